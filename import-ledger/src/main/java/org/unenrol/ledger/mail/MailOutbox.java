package org.unenrol.ledger.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;

/**
 * Mails that are due, one try at a time. A try is noted before it begins and holds the mail for a
 * while; if its sender dies, the mail becomes due again when that time is over.
 */
public final class MailOutbox {

    private final JdbcClient jdbc;
    private final FailedTries failures;
    private final TransactionOperations transaction;
    private final AuditTrail audit;

    public MailOutbox(JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        this.jdbc = jdbc;
        this.failures = new FailedTries(jdbc);
        this.transaction = transaction;
        this.audit = audit;
    }

    /** Tells whether there is a mail to take now. */
    public boolean isDue() {
        return jdbc.sql(
                        """
                        select exists (
                            select from imports.mail where state = 'QUEUED' and next_attempt_at <= now())
                        """)
                .query(Boolean.class)
                .single();
    }

    /**
     * Makes mails due that were put off for longer than any is put off now: the database's clock
     * has been put back since.
     *
     * @param longest the longest time for which a mail is put off
     * @return how many
     */
    public int bringBack(Duration longest) {
        return jdbc.sql(
                        """
                        update imports.mail set next_attempt_at = now()
                        where state = 'QUEUED' and next_attempt_at > now() + cast(:longest as interval)
                        """)
                .param("longest", longest.toString())
                .update();
    }

    /**
     * Takes the next mail that is due; one about an account goes first, and an import's own before
     * its learners'.
     *
     * @param hold longer than a try can take, unless it is held again
     */
    public Optional<QueuedMail> take(Duration hold) {
        return jdbc.sql(
                        """
                        update imports.mail
                        set attempts = attempts + 1,
                            next_attempt_at = now() + cast(:duration as interval)
                        where id = (
                            select id from imports.mail
                            where state = 'QUEUED' and next_attempt_at <= now()
                            order by kind, next_attempt_at
                            limit 1
                            for update skip locked)
                        returning *
                        """)
                .param("duration", hold.toString())
                .query(MailOutbox::mail)
                .optional();
    }

    /** Holds a mail for longer: its try is still under way. */
    public void hold(QueuedMail mail, Duration hold) {
        jdbc.sql(
                        """
                        update imports.mail set next_attempt_at = now() + cast(:duration as interval)
                        where id = :id and attempts = :attempts and state = 'QUEUED'
                        """)
                .param("id", mail.id())
                .param("attempts", mail.attempts())
                .param("duration", hold.toString())
                .update();
    }

    /** Marks a mail as accepted by the mail server. */
    public void sent(QueuedMail mail) {
        jdbc.sql(
                        """
                        update imports.mail set state = 'SENT', ended_at = now(), last_error = null, link = null
                        where id = :id and state <> 'SENT'
                        """)
                .param("id", mail.id())
                .update();
    }

    /** Gives up on a mail that cannot be sent to its recipient, whatever the server says. */
    public void undeliverable(QueuedMail mail, String reason) {
        jdbc.sql(
                        """
                        update imports.mail
                        set state = 'UNDELIVERABLE', ended_at = now(), last_error = :reason, link = null
                        where id = :id and state = 'QUEUED'
                        """)
                .param("id", mail.id())
                .param("reason", reason)
                .update();
    }

    /**
     * Notes that a try has failed, and leaves the mail for another one or ends it, as the policy
     * says. A failure of the server does not count as a try.
     *
     * @return how far the mail has come; {@code QUEUED} also for one that another sender has taken
     */
    public MailState failed(QueuedMail mail, MailFailure failure, RetryPolicy policy) {
        return failures.note(mail, failure, policy);
    }

    /**
     * Queues an import's mails again that were given up or perhaps sent, as the same messages.
     *
     * @param who wants it
     * @return how many
     */
    public int sendAgain(UUID importId, String who) {
        Integer queued =
                transaction.execute(
                        status -> {
                            int mails = queueAgain(importId);
                            if (mails > 0) {
                                audit.record(
                                        AuditEvent.of(AuditKind.MAILS_SENT_AGAIN)
                                                .by(who)
                                                .about(importId)
                                                .with(AuditDetail.MAILS, mails));
                            }
                            return mails;
                        });
        return queued == null ? 0 : queued;
    }

    private int queueAgain(UUID importId) {
        return jdbc.sql(
                        """
                        update imports.mail
                        set state = 'QUEUED', ended_at = null, queued_at = now(), next_attempt_at = now(),
                            attempts = 0, recipient_refused_at = null, refused_at = null, unconfirmed = 0
                        where import_id = :importId and state in ('PERHAPS_SENT', 'UNDELIVERABLE')
                        """)
                .param("importId", importId)
                .update();
    }

    /** Counts the mails of one import. */
    public MailCounts counts(UUID importId) {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'QUEUED') as queued,
                               count(*) filter (where state = 'SENT') as sent,
                               count(*) filter (where state = 'PERHAPS_SENT') as perhaps_sent,
                               count(*) filter (where state = 'UNDELIVERABLE') as undeliverable
                        from imports.mail where import_id = :importId
                        """)
                .param("importId", importId)
                .query(
                        (row, number) ->
                                new MailCounts(
                                        row.getInt("queued"),
                                        row.getInt("sent"),
                                        row.getInt("perhaps_sent"),
                                        row.getInt("undeliverable")))
                .single();
    }

    /** Counts the learners whom an import sends an email, whatever became of it. */
    public int learnerMails(UUID importId) {
        return jdbc.sql("select count(*) from imports.mail where import_id = :importId and row > 0")
                .param("importId", importId)
                .query(Integer.class)
                .single();
    }

    /** Counts what has not been sent. */
    public MailBacklog backlog() {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'QUEUED') as queued,
                               count(*) filter (where state = 'PERHAPS_SENT') as perhaps_sent,
                               count(*) filter (where state = 'UNDELIVERABLE') as undeliverable,
                               coalesce(greatest(0, extract(epoch from
                                   now() - min(queued_at) filter (where state = 'QUEUED'))), 0) as oldest
                        from imports.mail where state <> 'SENT'
                        """)
                .query(
                        (row, number) ->
                                new MailBacklog(
                                        row.getInt("queued"),
                                        Duration.ofMillis((long) (1000 * row.getDouble("oldest"))),
                                        row.getInt("perhaps_sent"),
                                        row.getInt("undeliverable")))
                .single();
    }

    private static QueuedMail mail(ResultSet row, int number) throws SQLException {
        return new QueuedMail(
                row.getLong("id"),
                QueuedMail.Kind.valueOf(row.getString("kind")),
                row.getObject("import_id", UUID.class),
                row.getInt("row"),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("activity_title"),
                row.getString("language"),
                row.getObject("message_id", UUID.class),
                row.getObject("message_date", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                access(row));
    }

    private static QueuedMail.@Nullable Access access(ResultSet row) throws SQLException {
        String link = row.getString("link");
        return link == null ? null : new QueuedMail.Access(row.getString("username"), link);
    }
}
