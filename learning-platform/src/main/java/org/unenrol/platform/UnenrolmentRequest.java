package org.unenrol.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Mode;
import org.unenrol.model.RowId;

/**
 * One row, as the platform needs to know it.
 *
 * @param submittedAt when the import was accepted; an enrolment that begins then or later is not
 *     ended
 * @param administrator the username of the administrator in whose name the row is applied
 * @param username as the administrator wrote it; null where the row has none
 * @param activityReference null where the row has none
 * @param actionable false: resolve only, so that all faults of a row can be named; nothing is ended
 */
public record UnenrolmentRequest(
        RowId id,
        Mode mode,
        Instant submittedAt,
        String administrator,
        @Nullable String username,
        @Nullable String activityReference,
        boolean actionable) {

    /** Whether an enrolment may have to be ended. */
    public boolean applies() {
        return actionable && mode == Mode.APPLY;
    }
}
