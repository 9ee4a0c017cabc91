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
    private int accepted;

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
    Optional<MailFailure> send(MimeMessage message, MailAddress to, Runnable waiting) {
        transport.whileWaiting(waiting);
        Optional<MailFailure> failure = Optional.empty();
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            failure = failure(e);
        }
        if (failure.isEmpty()) {
            accepted++;
        }
        return failure.map(
                why ->
                        why.answered(
                                ServerWords.of(transport.reply(), transport.answer(), to.text())));
    }

    /** Tells whether a mail has been accepted over it: the server works, and may want another. */
    boolean hasWorked() {
        return accepted > 0;
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
        return !inTheMiddle
                && transport.reply().code() != SmtpFailures.CLOSING
                && transport.isConnected();
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
