package org.unenrol.platform.remote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A learner's relation to an activity. */
public sealed interface Place {

    /**
     * Has a place.
     *
     * @param hasCompleted whether the course is completed or the session attended or past
     * @param since when the enrolment began, by the platform's clock; null where it does not tell
     */
    record Enrolled(boolean hasCompleted, @Nullable Instant since) implements Place {}

    /** Has none. */
    record NotEnrolled() implements Place {}

    /**
     * The platform does not tell for this learner and activity, and never will.
     *
     * @param reason in the platform's words
     */
    record CannotTell(String reason) implements Place {}
}
