package org.unenrol.ledger.mail;

/** The state of a mail. */
public enum MailState {
    QUEUED,
    /** The mail server has accepted it. */
    SENT,
    /** It was sent as often as it may be, and whether it was accepted is not known. */
    PERHAPS_SENT,
    /** Given up. */
    UNDELIVERABLE
}
