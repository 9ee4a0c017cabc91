package org.unenrol.notifier.mail;

import java.util.Set;
import java.util.regex.Pattern;
import org.unenrol.ledger.mail.MailFailure;
import org.unenrol.ledger.mail.MailFailure.Kind;

/** Tells whose failure it is when a mail server does not accept a mail. */
final class SmtpFailures {

    /** The server closes the connection (RFC 5321, section 3.8). */
    static final int CLOSING = 421;

    /** The mail system as a whole cannot, for now (RFC 3463, section 3.4). */
    private static final String SYSTEM_NOT_NOW = "4.3.";

    /**
     * There is no such mailbox or host, it is disabled, or it needs what the server lacks (RFC
     * 3463, section 3.2 and 3.3; RFC 6531, section 3.5). Not 5.1.7 and 5.1.8, which mean the
     * sender.
     */
    private static final Pattern OF_THE_RECIPIENT =
            Pattern.compile("5\\.1\\.(?:[0-6]|1\\d)|5\\.2\\.1|5\\.6\\.7");

    /** The address or its mailbox, for now (RFC 3463, section 3.2 and 3.3). */
    private static final Pattern OF_ONE_MAILBOX = Pattern.compile("4\\.[12]\\.");

    /** In answer to RCPT, when the server gives no enhanced code (RFC 5321, section 4.2.3). */
    private static final Set<Integer> MAILBOX_UNAVAILABLE = Set.of(550, 551, 553);

    private SmtpFailures() {}

    static MailFailure of(SmtpStage stage, SmtpReply reply) {
        return new MailFailure(kind(stage, reply), stage + ": " + reply);
    }

    static MailFailure notComposed(Exception cause) {
        return new MailFailure(Kind.MESSAGE, "COMPOSE: " + cause.getClass().getName());
    }

    private static Kind kind(SmtpStage stage, SmtpReply reply) {
        if (reply.code() == 0) {
            return stage == SmtpStage.END ? Kind.UNCONFIRMED : Kind.SERVER;
        }
        // Who we are and whom we send for is the same for all mails.
        if (reply.code() == CLOSING
                || reply.status().startsWith(SYSTEM_NOT_NOW)
                || stage.compareTo(SmtpStage.MAIL) <= 0) {
            return Kind.SERVER;
        }
        if (stage == SmtpStage.RCPT && reply.code() < 500) {
            return OF_ONE_MAILBOX.matcher(reply.status()).lookingAt() ? Kind.DEFERRED : Kind.DOMAIN;
        }
        return isOfTheRecipient(stage, reply) ? Kind.RECIPIENT : Kind.MESSAGE;
    }

    private static boolean isOfTheRecipient(SmtpStage stage, SmtpReply reply) {
        if (reply.status().isEmpty()) {
            return stage == SmtpStage.RCPT && MAILBOX_UNAVAILABLE.contains(reply.code());
        }
        return reply.code() >= 500 && OF_THE_RECIPIENT.matcher(reply.status()).matches();
    }
}
