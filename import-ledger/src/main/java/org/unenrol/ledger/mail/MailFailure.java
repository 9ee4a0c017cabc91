package org.unenrol.ledger.mail;

import org.jspecify.annotations.Nullable;

/**
 * A try that did not end with the mail server's acceptance.
 *
 * @param reason for operators: stage, codes and class names, never an address or a name
 * @param answer the mail server's words without addresses, for administrators; null without any
 */
public record MailFailure(Kind kind, String reason, @Nullable String answer) {

    /** Makes one for which the mail server has given no words. */
    public MailFailure(Kind kind, String reason) {
        this(kind, reason, null);
    }

    /** The same with the mail server's words. */
    public MailFailure answered(@Nullable String words) {
        return new MailFailure(kind, reason, words);
    }

    /** The party whose failure it is. */
    public enum Kind {
        /** The mail server's, or that of its settings: no mail is any worse for it. */
        SERVER,
        /** The recipient's: there is no such mailbox (RFC 3463, 5.1.x and 5.2.1). */
        RECIPIENT,
        /** The recipient's for now: the mailbox is full, for example. */
        DEFERRED,
        /** That of the recipient's domain, for now: it greylists, or is given too much. */
        DOMAIN,
        /** The server does not take this mail, for another reason. */
        MESSAGE,
        /** Nobody's yet: all was sent, and the answer did not come. The server may have it. */
        UNCONFIRMED
    }
}
