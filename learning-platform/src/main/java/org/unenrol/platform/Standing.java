package org.unenrol.platform;

/** The learner's standing when the row was applied or, verify only, would have been. */
public enum Standing {
    ENROLLED,
    /** Enrolled, with the course completed or the session attended or past by then. */
    ENROLLED_COMPLETION_KEPT,
    NOT_ENROLLED,
    /** Enrolled only since the import was submitted, and therefore left alone. */
    ENROLLED_SINCE_SUBMISSION,
    /** The platform holds the place by another enrolment method, or keeps it without a word. */
    STILL_ENROLLED,
    /** The platform does not do it for this learner and activity, and never will. */
    REFUSED,
    /** Left alone: at the verification the row meant another learner or another activity. */
    NOT_AS_VERIFIED,
    /** Taking back: has been given the place again. */
    REENROLLED,
    /** Taking back: has a place already, and keeps it as it is. */
    ALREADY_ENROLLED,
    /** Taking back, left alone: was enrolled anew since, and somebody else has ended that. */
    ENDED_SINCE,
    /** Taking back, left alone: the platform has no mark of what the row is to take back. */
    NOTHING_TO_TAKE_BACK,
    /** Left alone: the import had ended when the row came. There is no answer. */
    IMPORT_ENDED,
    /** Left alone: the row came after its time. There is no answer; the row is sent anew. */
    OUT_OF_DATE;

    /** Tells whether the row has its answer. */
    public boolean isAnswer() {
        return this != IMPORT_ENDED && this != OUT_OF_DATE;
    }
}
