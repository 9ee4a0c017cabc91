package org.unenrol.model;

/** The treatment of rows that are right. */
public enum Mode {
    /** Answers every row as a real run would, and changes nothing. */
    VERIFY_ONLY,
    /** Unenrols. */
    APPLY;

    public static Mode verifyOnly(boolean verifyOnly) {
        return verifyOnly ? VERIFY_ONLY : APPLY;
    }
}
