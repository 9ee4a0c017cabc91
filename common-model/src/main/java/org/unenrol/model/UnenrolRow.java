package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The command to unenrol, or to verify, one row. It may arrive any number of times, in any order.
 *
 * @param spreadsheetRow the row as a spreadsheet numbers it; the header is usually 1
 * @param line the line of the file on which the row begins, counted from 1
 * @param submittedAt when the import was accepted, by the database's clock; a later enrolment is
 *     not ended
 * @param submittedBy the username of the administrator in whose name the row is applied
 * @param username as the administrator wrote it, trimmed; null where the row has none that can be
 *     used
 * @param faults what was wrong with the row in the file; such a row is never applied
 * @param duplicateOf the earlier row for the same learner and activity, which counts
 * @param verifiedAs what the row meant when the file was verified; null where it was not verified
 *     before
 * @param validUntil by the database's clock; whoever receives the command later leaves it alone, as
 *     it is dispatched anew. Null: for ever, as the first version wrote it
 * @param written the cells as they are written, of a row with faults; null where the others say it
 * @param takesBack the row of an earlier import whose ending is taken back; null in other modes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UnenrolRow(
        UUID importId,
        int row,
        int spreadsheetRow,
        long line,
        Mode mode,
        Instant submittedAt,
        String submittedBy,
        @Nullable String username,
        @Nullable String activityReference,
        @Nullable EmailChoice sendEmail,
        List<RowFault> faults,
        @Nullable Integer duplicateOf,
        @Nullable Meaning verifiedAs,
        @Nullable Instant validUntil,
        @Nullable RowContent written,
        @Nullable RowId takesBack) {

    @SuppressWarnings("NullAway") // what is read from JSON may lack the list
    public UnenrolRow {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    /** A row that takes nothing back. */
    public UnenrolRow(
            UUID importId,
            int row,
            int spreadsheetRow,
            long line,
            Mode mode,
            Instant submittedAt,
            String submittedBy,
            @Nullable String username,
            @Nullable String activityReference,
            @Nullable EmailChoice sendEmail,
            List<RowFault> faults,
            @Nullable Integer duplicateOf,
            @Nullable Meaning verifiedAs,
            @Nullable Instant validUntil,
            @Nullable RowContent written) {
        this(
                importId,
                row,
                spreadsheetRow,
                line,
                mode,
                submittedAt,
                submittedBy,
                username,
                activityReference,
                sendEmail,
                faults,
                duplicateOf,
                verifiedAs,
                validUntil,
                written,
                null);
    }

    /** The row as people read it before it is processed. */
    @JsonIgnore
    public RowContent content() {
        return written == null ? RowContent.of(username, activityReference, sendEmail) : written;
    }

    @JsonIgnore
    public RowId id() {
        return new RowId(importId, row);
    }

    /** The number by which people find the earlier row that counts; null when there is none. */
    @JsonIgnore
    public @Nullable Integer duplicateOfSpreadsheetRow() {
        return duplicateOf == null ? null : duplicateOf + spreadsheetRow - row;
    }

    /** Tells whether the file itself leaves nothing to object to. */
    @JsonIgnore
    public boolean isActionable() {
        return faults.isEmpty() && duplicateOf == null;
    }
}
