package org.unenrol.notifier.mail;

/**
 * The stage that a try has come to. The names are those of the commands (RFC 5321, section 4.1.1).
 */
enum SmtpStage {
    CONNECT,
    MAIL,
    RCPT,
    DATA,
    /** The lines of the mail. */
    CONTENT,
    /** All lines are sent, the dot last: from now on the server may have the mail. */
    END
}
