package org.unenrol.guarantees.smtp;

/** The mail server's treatment of whoever comes with a mail. */
public enum Manner {
    /** Accepts every mail. */
    ACCEPT,
    /** Closes each connection before a word is said. */
    AWAY,
    /** Says that it is too busy, and closes. */
    BUSY,
    /** Takes a second for each answer. */
    SLOW,
    /** Refuses each mail for now, after its last line. */
    DEFER,
    /** Refuses each mail for good, after its last line. */
    REFUSE,
    /** Refuses every recipient for good. */
    REFUSE_RECIPIENT,
    /** Accepts each mail, and takes longer to say so than any other answer may take. */
    ACCEPT_LATE,
    /** Takes in a mail's last line and never says anything again. The mail is not accepted. */
    HANG_AFTER_DATA,
    /** Accepts each mail, and cuts the connection between its last line and the answer. */
    CUT_BEFORE_ANSWER
}
