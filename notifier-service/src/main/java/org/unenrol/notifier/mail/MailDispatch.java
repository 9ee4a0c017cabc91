package org.unenrol.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.ledger.work.WorkLoop;

/**
 * Takes mails from the outbox and sends them, each marked as soon as the server has accepted it.
 * While the server is away every mail is tried again without limit; only a recipient that the
 * server keeps refusing is given up.
 */
final class MailDispatch {

    private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);

    private final MailOutbox outbox;
    private final MailComposer composer;
    private final JavaMailSenderImpl server;
    private final MailSettings settings;

    MailDispatch(
            MailOutbox outbox,
            MailComposer composer,
            JavaMailSenderImpl server,
            MailSettings settings) {
        this.outbox = outbox;
        this.composer = composer;
        this.server = server;
        this.settings = settings;
    }

    /** Sends what is due over one connection. */
    WorkLoop.Then sendSome() {
        Optional<QueuedMail> first = outbox.take();
        if (first.isEmpty()) {
            return WorkLoop.Then.LATER;
        }
        try (SmtpConnection connection = new SmtpConnection(server)) {
            Optional<QueuedMail> next = first;
            while (next.isPresent() && send(next.get(), connection)) {
                next = outbox.take();
            }
        } catch (MessagingException e) {
            retry(first.get(), e);
        }
        return WorkLoop.Then.AT_ONCE;
    }

    /** Returns whether the connection is still of use. */
    private boolean send(QueuedMail mail, SmtpConnection connection) {
        try {
            connection.send(composer.compose(mail, connection.session()));
            outbox.sent(mail);
            return true;
        } catch (AddressException e) {
            giveUp(mail, e);
            return true;
        } catch (MessagingException e) {
            if (isRefusedForGood(e)) {
                refused(mail, e);
            } else {
                retry(mail, e);
            }
            return false;
        }
    }

    private void refused(QueuedMail mail, MessagingException failure) {
        if (outbox.isOlderThan(mail, settings.refusedFor())) {
            giveUp(mail, failure);
        } else {
            retry(mail, failure);
        }
    }

    private void giveUp(QueuedMail mail, MessagingException failure) {
        outbox.undeliverable(mail, nameOf(failure));
        log.error(
                "importId={} row={} {} undeliverable: {}",
                mail.importId(),
                mail.row(),
                mail.kind(),
                nameOf(failure));
    }

    private void retry(QueuedMail mail, MessagingException failure) {
        Duration delay = delayAfter(mail.attempts());
        outbox.retry(mail, delay, nameOf(failure));
        log.warn(
                "importId={} row={} {} not sent at try {}, again in {}: {}",
                mail.importId(),
                mail.row(),
                mail.kind(),
                mail.attempts(),
                delay,
                nameOf(failure));
    }

    private Duration delayAfter(int attempts) {
        Duration delay = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
        return delay.compareTo(settings.longestRetry()) < 0 ? delay : settings.longestRetry();
    }

    /** The innermost class: messages of mail servers often repeat the recipient's address. */
    private static String nameOf(MessagingException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getClass().getName();
    }

    /** A reply of class 5yz to the recipient itself (RFC 5321, section 4.2.1). */
    private static boolean isRefusedForGood(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (m instanceof SMTPAddressFailedException refusal) {
                return refusal.getReturnCode() >= 500;
            }
        }
        return false;
    }
}
