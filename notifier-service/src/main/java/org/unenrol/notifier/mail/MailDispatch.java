package org.unenrol.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.unenrol.ledger.mail.MailFailure;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.mail.MailState;
import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.notifier.mail.SmtpServer.Letters;
import org.unenrol.service.WorkLoop;

/**
 * Takes mails from the outbox and sends them, each marked as soon as the server has accepted it. A
 * server that fails is left alone for a while, and no mail is any worse for it.
 */
final class MailDispatch {

    private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);

    /** Many servers want no more over one connection. */
    private static final int MAILS_OF_A_CONNECTION = 100;

    /** So long a connection is kept for the next turn of emails to learners. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final int MOST_WAITS = 20;

    private final MailOutbox outbox;
    private final MailComposer composer;
    private final SmtpServer server;
    private final ServerHealth health;
    private final MailSettings settings;

    MailDispatch(
            MailOutbox outbox,
            MailComposer composer,
            SmtpServer server,
            ServerHealth health,
            MailSettings settings) {
        this.outbox = outbox;
        this.composer = composer;
        this.server = server;
        this.health = health;
        this.settings = settings;
    }

    /** Sends what is due over one connection. */
    WorkLoop.Then sendSome() {
        if (!outbox.isDue()) {
            return WorkLoop.Then.after(outbox.bringBack(settings.longestHold()) > 0);
        }
        if (!health.enter()) {
            return WorkLoop.Then.LATER;
        }
        try (SmtpConnection connection = server.connect(Letters.ASCII)) {
            return WorkLoop.Then.after(sendOver(connection));
        } catch (ConnectionFailedException e) {
            health.failed();
            log.warn("the mail server cannot be used: {}", e.reason());
            return WorkLoop.Then.LATER;
        } finally {
            health.leave();
        }
    }

    /** Returns whether there may be more to send now. */
    private boolean sendOver(SmtpConnection connection) {
        for (int i = 0; i < MAILS_OF_A_CONNECTION; i++) {
            Optional<QueuedMail> next = next();
            if (next.isEmpty()) {
                return false;
            }
            boolean smooth = send(next.get(), connection);
            if (!health.isWell()) {
                return false;
            }
            if (!smooth && !connection.isUsable()) {
                return true;
            }
        }
        return true;
    }

    /** Waits where only the rate of emails to learners holds back the next one. */
    private Optional<QueuedMail> next() {
        Optional<QueuedMail> next = outbox.take(settings.hold());
        for (int i = 0; next.isEmpty() && i < MOST_WAITS && awaitTurn(); i++) {
            next = outbox.take(settings.hold());
        }
        return next;
    }

    private boolean awaitTurn() {
        Optional<Duration> turn =
                outbox.turnOfLearners().filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0);
        if (turn.isEmpty()) {
            return false;
        }
        try {
            Thread.sleep(1 + turn.get().toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns whether the connection has seen no failure. */
    private boolean send(QueuedMail mail, SmtpConnection connection) {
        try {
            MailAddress to = MailAddress.of(mail.recipient());
            return to.needsUtf8() ? sendInUtf8(mail, to) : send(mail, to, connection);
        } catch (AddressException e) {
            giveUp(mail, "recipient: " + e.getMessage());
            return true;
        }
    }

    private boolean sendInUtf8(QueuedMail mail, MailAddress to) {
        try (SmtpConnection connection = server.connect(Letters.UTF8)) {
            if (connection.takesUtf8()) {
                return send(mail, to, connection);
            }
            giveUp(mail, "recipient: the mail server lacks SMTPUTF8, which the address needs");
        } catch (ConnectionFailedException e) {
            failed(mail, new MailFailure(MailFailure.Kind.SERVER, e.reason()));
        }
        return false;
    }

    private boolean send(QueuedMail mail, MailAddress to, SmtpConnection connection) {
        Optional<MimeMessage> message = compose(mail, to, connection.session());
        if (message.isEmpty()) {
            return true;
        }
        Optional<MailFailure> failure = connection.send(message.get(), to, () -> holdOn(mail));
        failure.ifPresentOrElse(why -> failed(mail, why, connection), () -> accepted(mail));
        return failure.isEmpty();
    }

    /** A mail that cannot be composed stays behind, and the others do not wait for it. */
    private Optional<MimeMessage> compose(QueuedMail mail, MailAddress to, Session session) {
        try {
            return Optional.of(composer.compose(mail, to, session));
        } catch (DataAccessException e) {
            throw e;
        } catch (MessagingException | RuntimeException e) {
            log.error("importId={} row={} cannot be composed", mail.importId(), mail.row(), e);
            leave(mail, SmtpFailures.notComposed(e));
            return Optional.empty();
        }
    }

    private void holdOn(QueuedMail mail) {
        try {
            outbox.hold(mail, settings.hold());
        } catch (DataAccessException e) {
            log.warn("importId={} row={} is not held", mail.importId(), mail.row(), e);
        }
    }

    private void accepted(QueuedMail mail) {
        health.works();
        outbox.sent(mail);
    }

    /** A server that has had enough over this connection gets the next mail over another one. */
    private void failed(QueuedMail mail, MailFailure failure, SmtpConnection connection) {
        if (failure.kind() == MailFailure.Kind.SERVER && connection.hasWorked()) {
            leave(mail, failure);
        } else {
            failed(mail, failure);
        }
    }

    private void failed(QueuedMail mail, MailFailure failure) {
        health.failed(mail, failure.kind());
        leave(mail, failure);
    }

    private void leave(QueuedMail mail, MailFailure failure) {
        MailState state = outbox.failed(mail, failure, settings.retries());
        log.warn(
                "importId={} row={} {} not sent at try {}: {}, {}",
                mail.importId(),
                mail.row(),
                mail.kind(),
                mail.attempts(),
                failure.reason(),
                state);
    }

    private void giveUp(QueuedMail mail, String reason) {
        outbox.undeliverable(mail, reason);
        log.warn(
                "importId={} row={} {} undeliverable: {}",
                mail.importId(),
                mail.row(),
                mail.kind(),
                reason);
    }
}
