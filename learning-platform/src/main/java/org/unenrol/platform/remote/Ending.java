package org.unenrol.platform.remote;

import org.jspecify.annotations.Nullable;

/** The result of an order to end an enrolment. */
public sealed interface Ending {

    /** The platform says that there is no enrolment any more. */
    record Ended() implements Ending {}

    /**
     * The platform keeps it.
     *
     * @param method the enrolment method that holds the place; null where it does not tell
     */
    record StillEnrolled(@Nullable String method) implements Ending {}

    /**
     * The platform does not do it for this learner and activity, and never will.
     *
     * @param reason in the platform's words
     */
    record Refused(String reason) implements Ending {}

    /**
     * Nobody knows whether it is done; the caller looks again.
     *
     * @param reason for the log
     */
    record Undecided(String reason) implements Ending {}
}
