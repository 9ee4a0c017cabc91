package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event that a row has its answer.
 *
 * @param line the line of the file on which the row begins, counted from 1; 0 where it is not known
 * @param message one or more sentences for people; a failure's also say how to fix it
 * @param notice the email that is due to the learner, if any
 * @param meaning of a row that was verified; null in a real run
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowOutcome(
        UUID importId,
        int row,
        long line,
        OutcomeCode code,
        String message,
        @Nullable LearnerNotice notice,
        @Nullable Meaning meaning) {

    private static final String SYSTEM_ERROR =
            "This row could not be processed, for a cause that is not in the file. Import it again; if that"
                    + " does not help, tell your operator.";

    public static RowOutcome of(RowId id, long line, OutcomeCode code, String message) {
        return new RowOutcome(id.importId(), id.row(), line, code, message, null, null);
    }

    /** Tells of a row that failed for a cause that is not in the file. */
    public static RowOutcome systemError(RowId id, long line) {
        return of(id, line, OutcomeCode.SYSTEM_ERROR, SYSTEM_ERROR);
    }

    @JsonIgnore
    public RowId id() {
        return new RowId(importId, row);
    }

    /** Whom to tell, and of what. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LearnerNotice(String email, String name, String activityTitle, Place place) {

        /** As the first version wrote it: it has no other word than {@code LEFT}. */
        @SuppressWarnings("ConstantValue") // absent from what the first version wrote
        public LearnerNotice {
            place = place == null ? Place.LEFT : place;
        }
    }

    /** Where the learner stands now. */
    public enum Place {
        /** Is not enrolled any more. */
        LEFT,
        /** Was enrolled anew after the import had been submitted, and stays enrolled. */
        KEPT
    }
}
