package org.unenrol.ledger.mail;

/**
 * A try that did not end with the mail server's acceptance.
 *
 * @param reason for operators: stage, codes and class names, never an address or a name
 */
public record MailFailure(Kind kind, String reason) {

    /** The party whose failure it is. */
    public enum Kind {
        /** The mail server's, or that of its settings: no mail is any worse for it. */
        SERVER,
        /** The recipient's: there is no such mailbox (RFC 3463, 5.1.x and 5.2.1). */
        RECIPIENT,
        /** The recipient's for now: greylisted, or the mailbox is full. */
        DEFERRED,
        /** The server does not take this mail, for another reason. */
        MESSAGE,
        /** Nobody's yet: all was sent, and the answer did not come. The server may have it. */
        UNCONFIRMED
    }
}
