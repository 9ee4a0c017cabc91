package org.unenrol.model;

/** The one thing a row has become. The names are public API: stable, and only ever added to. */
public enum OutcomeCode {
    UNENROLLED(true),
    UNENROLLED_COMPLETION_KEPT(true),
    READY(true),
    READY_COMPLETION_KEPT(true),
    NOT_ENROLLED(true),
    REENROLLED(true),
    NOT_REENROLLED(false),
    STILL_ENROLLED(false),
    USERNAME_NOT_RECOGNISED(false),
    ACTIVITY_NOT_RECOGNISED(false),
    NOT_PERMITTED(false),
    CHANGED_SINCE_VERIFICATION(false),
    DUPLICATE(false),
    INVALID_ROW(false),
    NOT_PROCESSED(false),
    SYSTEM_ERROR(false);

    private final boolean success;

    OutcomeCode(boolean success) {
        this.success = success;
    }

    public boolean isSuccess() {
        return success;
    }

    /** Tells whether an enrolment has been ended. */
    public boolean isEnding() {
        return this == UNENROLLED || this == UNENROLLED_COMPLETION_KEPT;
    }

    /** Tells whether the row has failed for a cause that is not in it: it can be run again. */
    public boolean isUnprocessed() {
        return this == NOT_PROCESSED || this == SYSTEM_ERROR;
    }

    /** Tells whether the row has changed something on the platform, and left its mark there. */
    public boolean isEffect() {
        return isEnding() || this == REENROLLED;
    }

    /**
     * The outcome that a row verified with this one gets when it is applied and nothing has
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
