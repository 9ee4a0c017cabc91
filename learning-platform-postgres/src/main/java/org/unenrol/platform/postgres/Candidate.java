package org.unenrol.platform.postgres;

import java.time.Instant;
import org.unenrol.model.Mode;
import org.unenrol.model.RowId;
import org.unenrol.platform.Activity;

/** A row with nothing against it: its learner's enrolment is to be ended, if there is one. */
record Candidate(
        RowId id,
        Mode mode,
        Instant submittedAt,
        long userId,
        long activityId,
        Activity.Kind activityKind) {

    boolean isApplied() {
        return mode == Mode.APPLY;
    }
}
