package org.unenrol.model;

/** The one thing a row has become. The names are public API: stable, and only ever added to. */
public enum OutcomeCode {
    UNENROLLED(true, "Unenrolled"),
    UNENROLLED_COMPLETION_KEPT(true, "Unenrolled, completion kept"),
    READY(true, "Ready to be unenrolled"),
    READY_COMPLETION_KEPT(true, "Ready to be unenrolled, completion kept"),
    NOT_ENROLLED(true, "Not enrolled"),
    USERNAME_NOT_RECOGNISED(false, "Username not recognised"),
    ACTIVITY_NOT_RECOGNISED(false, "Activity external reference not recognised"),
    NOT_PERMITTED(false, "Not permitted"),
    CHANGED_SINCE_VERIFICATION(false, "Changed since the verification"),
    DUPLICATE(false, "Duplicate of an earlier row"),
    INVALID_ROW(false, "Invalid row"),
    NOT_PROCESSED(false, "Not processed"),
    SYSTEM_ERROR(false, "System error");

    private final boolean success;
    private final String words;

    OutcomeCode(boolean success, String words) {
        this.success = success;
        this.words = words;
    }

    public boolean isSuccess() {
        return success;
    }

    /** Whether an enrolment has been ended. */
    public boolean isEnding() {
        return this == UNENROLLED || this == UNENROLLED_COMPLETION_KEPT;
    }

    /** A few words for people, to stand beside a number of rows. */
    public String words() {
        return words;
    }

    /**
     * What a row that was verified with this outcome becomes when it is applied and nothing has
     * changed.
     */
    public OutcomeCode whenApplied() {
        return switch (this) {
            case READY -> UNENROLLED;
            case READY_COMPLETION_KEPT -> UNENROLLED_COMPLETION_KEPT;
            default -> this;
        };
    }
}
