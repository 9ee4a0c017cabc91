package org.unenrol.platform;

/** Where the learner stood when the row was applied or, verify only, would have been. */
public enum Standing {
    ENROLLED,
    /** Enrolled, with the course completed or the session attended or past by then. */
    ENROLLED_COMPLETION_KEPT,
    NOT_ENROLLED,
    /** Enrolled only since the import was submitted, and therefore left alone. */
    ENROLLED_SINCE_SUBMISSION
}
