package org.unenrol.platform.report;

/** The state of a learner's place in an activity at this moment. */
public enum EnrolmentState {
    ENROLLED,
    /** Was enrolled, and is not any longer. */
    UNENROLLED,
    /** Has a completion or an attendance, from wherever, and has never been enrolled. */
    NEVER
}
