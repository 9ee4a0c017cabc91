package org.unenrol.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Notes how far a mail has come and what was answered there, and waits for the answer to the last
 * line for as long as it may take, which is much longer than for any other.
 */
final class PatientTransport extends SMTPTransport {

    private final long patienceNanos;
    private SmtpStage stage = SmtpStage.CONNECT;
    private SmtpReply reply = SmtpReply.NONE;
    private String answer = "";
    private Runnable waiting = () -> {};

    /**
     * Takes the session, whose time-outs are for all other answers.
     *
     * @param protocol {@code smtp} or {@code smtps}
     */
    PatientTransport(Session session, String protocol, Duration acceptTimeout) {
        super(session, null, protocol, protocol.equals("smtps"));
        this.patienceNanos = acceptTimeout.toNanos();
    }

    /** Sets what to do, again and again, while a mail's acceptance is waited for. */
    void whileWaiting(Runnable work) {
        waiting = work;
    }

    SmtpStage stage() {
        return stage;
    }

    /** The first answer of the stage, if there was one; of the connecting, the last. */
    SmtpReply reply() {
        return reply;
    }

    /** That answer as the server gave it, all its lines. */
    String answer() {
        return answer;
    }

    private void enter(SmtpStage next) {
        stage = next;
        reply = SmtpReply.NONE;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        enter(SmtpStage.MAIL);
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        enter(SmtpStage.RCPT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        enter(SmtpStage.DATA);
        OutputStream content = super.data();
        enter(SmtpStage.CONTENT);
        return content;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        enter(SmtpStage.END);
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        boolean awaited = reply.code() == 0;
        int code =
                awaited && stage == SmtpStage.END ? awaitAcceptance() : super.readServerResponse();
        if (awaited || stage == SmtpStage.CONNECT) {
            answer = getLastServerResponse();
            reply = SmtpReply.of(answer);
        }
        return code;
    }

    private int awaitAcceptance() throws MessagingException {
        long begin = System.nanoTime();
        while (true) {
            try {
                return super.readServerResponse();
            } catch (MessagingException e) {
                if (!(e.getNextException() instanceof SocketTimeoutException)
                        || System.nanoTime() - begin >= patienceNanos) {
                    throw e;
                }
                waiting.run();
            }
        }
    }
}
