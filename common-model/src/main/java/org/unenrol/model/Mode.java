package org.unenrol.model;

/** The treatment of rows that are right. */
public enum Mode {
    /** Answers every row as a real run would, and changes nothing. */
    VERIFY_ONLY,
    /** Unenrols. */
    APPLY,
    /** Gives places back that rows of another import have ended. */
    TAKE_BACK;

    /** Tells whether rows may change something on the platform. */
    public boolean isReal() {
        return this != VERIFY_ONLY;
    }

    public static Mode verifyOnly(boolean verifyOnly) {
        return verifyOnly ? VERIFY_ONLY : APPLY;
    }
}
