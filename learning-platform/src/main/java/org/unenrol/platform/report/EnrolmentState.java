package org.unenrol.platform.report;

/** Whether a learner has a place in an activity at this moment. */
public enum EnrolmentState {
    ENROLLED,
    /** Was enrolled, and is not any longer. */
    UNENROLLED,
    /** Has a completion or an attendance, from wherever, and has never been enrolled. */
    NEVER
}
