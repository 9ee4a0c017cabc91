package org.unenrol.platform.remote;

/** The result of an order to enrol. */
public sealed interface Enrolling {

    /** Enrolled now. */
    record Enrolled() implements Enrolling {}

    /** Had a place already, and keeps it as it was. */
    record AlreadyEnrolled() implements Enrolling {}

    /**
     * The platform does not do it for this learner and activity.
     *
     * @param reason in the platform's words
     */
    record Refused(String reason) implements Enrolling {}

    /**
     * Nobody knows whether it is done; the caller looks again.
     *
     * @param reason for the log
     */
    record Undecided(String reason) implements Enrolling {}
}
