package org.unenrol.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import org.unenrol.ledger.mail.MailFailure;

/** One connection to the mail server, for as many mails as there are. For one thread. */
final class SmtpConnection implements AutoCloseable {

    private final Session session;
    private final PatientTransport transport;

    SmtpConnection(Session session, PatientTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    Session session() {
        return session;
    }

    /** Tells whether the server takes addresses that are not ASCII (RFC 6531). */
    boolean takesUtf8() {
        return transport.supportsExtension("SMTPUTF8");
    }

    /**
     * Hands a message over; once the server has accepted it, it is responsible (RFC 5321, section
     * 6.1).
     *
     * @param waiting done again and again while the acceptance is waited for
     * @return why it was not accepted
     */
    Optional<MailFailure> send(MimeMessage message, Runnable waiting) {
        transport.whileWaiting(waiting);
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Optional.empty();
        } catch (MessagingException e) {
            return failure(e);
        }
    }

    private Optional<MailFailure> failure(MessagingException e) {
        SmtpStage stage = transport.stage();
        SmtpReply reply = transport.reply();
        if (stage == SmtpStage.END && reply.isPositive()) {
            return Optional.empty();
        }
        if (stage == SmtpStage.CONTENT && !(e.getNextException() instanceof IOException)) {
            return Optional.of(SmtpFailures.notComposed(e));
        }
        return Optional.of(SmtpFailures.of(stage, reply));
    }

    /** Tells whether another mail can be sent after one that was refused. */
    boolean isUsable() {
        boolean inTheMiddle =
                transport.stage() == SmtpStage.CONTENT
                        || (transport.stage() == SmtpStage.END && transport.reply().code() == 0);
        return !inTheMiddle && transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What was sent is sent; how the server says goodbye changes nothing.
        }
    }
}
