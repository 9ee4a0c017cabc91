package org.unenrol.ledger.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.ledger.AuditTrail;

/**
 * Mails that are due, one try at a time. A try is noted before it begins and holds the mail for a
 * while; if its sender dies, the mail becomes due again when that time is over.
 */
public final class MailOutbox {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AuditTrail audit;

    public MailOutbox(JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        this.jdbc = jdbc;
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
     * Takes the next mail that is due; an import's own mail goes before its learners'.
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
                        update imports.mail set state = 'SENT', ended_at = now(), last_error = null
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
                        set state = 'UNDELIVERABLE', ended_at = now(), last_error = :reason
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
        return jdbc.sql(
                        """
                        with failing as (
                            select id,
                                   case when :kind = 'RECIPIENT' then least(coalesce(recipient_refused_at, now()), now())
                                        else recipient_refused_at end as recipient_refused_at,
                                   case when :kind in ('MESSAGE', 'DEFERRED') then least(coalesce(refused_at, now()), now())
                                        else refused_at end as refused_at,
                                   unconfirmed + case when :kind = 'UNCONFIRMED' then 1 else 0 end
                                        as unconfirmed,
                                   attempts - case when :kind = 'SERVER' then 1 else 0 end as attempts
                            from imports.mail
                            where id = :id and attempts = :attempts and state = 'QUEUED'
                            for update),
                        judged as (
                            select failing.*,
                                   case
                                   when :kind = 'RECIPIENT' then
                                       case when recipient_refused_at
                                                     <= now() - cast(:recipientRefusedFor as interval)
                                            then 'UNDELIVERABLE' else 'QUEUED' end
                                   when :kind in ('MESSAGE', 'DEFERRED') then
                                       case when refused_at <= now() - cast(:refusedFor as interval)
                                                 and exists (
                                                     select from imports.mail accepted
                                                     where accepted.state = 'SENT'
                                                       and accepted.ended_at > failing.refused_at
                                                       and accepted.ended_at <= now())
                                            then 'UNDELIVERABLE' else 'QUEUED' end
                                   when :kind = 'UNCONFIRMED' then
                                       case when unconfirmed >= :copies
                                            then 'PERHAPS_SENT' else 'QUEUED' end
                                   else 'QUEUED' end as state,
                                   case :kind
                                   when 'SERVER' then interval '0'
                                   when 'UNCONFIRMED' then
                                       cast(:unconfirmedPause as interval) * power(2, unconfirmed - 1)
                                   else least(interval '1 second' * power(2, least(attempts, 20) - 1),
                                              cast(:longestPause as interval)) end as pause
                            from failing)
                        update imports.mail m
                        set recipient_refused_at = judged.recipient_refused_at,
                            refused_at = judged.refused_at,
                            unconfirmed = judged.unconfirmed,
                            attempts = judged.attempts,
                            state = judged.state,
                            next_attempt_at = now() + judged.pause,
                            ended_at = case when judged.state <> 'QUEUED' then now() end,
                            last_error = :reason
                        from judged
                        where m.id = judged.id
                        returning m.state
                        """)
                .param("id", mail.id())
                .param("attempts", mail.attempts())
                .param("kind", failure.kind().name())
                .param("reason", failure.reason())
                .param("recipientRefusedFor", policy.recipientRefusedFor().toString())
                .param("refusedFor", policy.refusedFor().toString())
                .param("copies", policy.copies())
                .param("unconfirmedPause", policy.unconfirmedPause().toString())
                .param("longestPause", policy.longestPause().toString())
                .query((row, number) -> MailState.valueOf(row.getString("state")))
                .optional()
                .orElse(MailState.QUEUED);
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
                                audit.add(
                                        importId,
                                        who,
                                        AuditTrail.Action.MAILS_SENT_AGAIN,
                                        String.valueOf(mails));
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
                row.getInt("attempts"));
    }
}
