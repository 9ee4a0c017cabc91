package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event that a row has its answer.
 *
 * @param line the line of the file on which the row begins, counted from 1; 0 where it is not known
 * @param details what there is to say besides, the most important first
 * @param notice the email that is due to the learner, if any
 * @param meaning in the platform's own ids; null where nothing was looked for
 * @param content as people read the row; null where it is not known, as in the first version
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RowOutcome(
        UUID importId,
        int row,
        long line,
        OutcomeCode code,
        List<Detail> details,
        @Nullable LearnerNotice notice,
        @Nullable Meaning meaning,
        @Nullable RowContent content) {

    @SuppressWarnings("NullAway") // what is read from JSON may lack the list
    public RowOutcome {
        details = details == null ? List.of() : List.copyOf(details);
    }

    /** Tells what has become of a row, with nothing else to say or to do. */
    public static RowOutcome of(RowId id, long line, OutcomeCode code) {
        return new RowOutcome(id.importId(), id.row(), line, code, List.of(), null, null, null);
    }

    /** Tells of a row that failed for a cause that is not in the file. */
    public static RowOutcome systemError(RowId id, long line) {
        return of(id, line, OutcomeCode.SYSTEM_ERROR);
    }

    /** Adds what people read of the row. */
    public RowOutcome with(@Nullable RowContent shown) {
        return new RowOutcome(importId, row, line, code, details, notice, meaning, shown);
    }

    @JsonIgnore
    public RowId id() {
        return new RowId(importId, row);
    }

    /**
     * The learner to be told, and the message.
     *
     * @param language the learner's, a tag of BCP 47; null where the platform does not tell
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LearnerNotice(
            String email,
            String name,
            @Nullable String language,
            String activityTitle,
            Place place) {}

    /** The learner's place after the row. */
    public enum Place {
        /** Is not enrolled any more. */
        LEFT,
        /** Was enrolled anew after the import had been submitted, and stays enrolled. */
        KEPT,
        /** Has been given back. */
        GIVEN_BACK
    }
}
