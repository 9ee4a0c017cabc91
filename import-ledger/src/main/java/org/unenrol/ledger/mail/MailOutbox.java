package org.unenrol.ledger.mail;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
    private final DueMails due;
    private final FailedTries failures;
    private final PausedDomains domains;
    private final TransactionOperations transaction;
    private final AuditTrail audit;

    /** Chooses the usual rules for emails to learners. */
    public MailOutbox(JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        this(jdbc, transaction, audit, LearnerMailRules.USUAL);
    }

    private MailOutbox(
            JdbcClient jdbc,
            TransactionOperations transaction,
            AuditTrail audit,
            LearnerMailRules rules) {
        this.jdbc = jdbc;
        this.due = new DueMails(jdbc, rules);
        this.failures = new FailedTries(jdbc);
        this.domains = new PausedDomains(jdbc);
        this.transaction = transaction;
        this.audit = audit;
    }

    /** The same mails, taken by these rules. */
    public MailOutbox keeping(LearnerMailRules rules) {
        return new MailOutbox(jdbc, transaction, audit, rules);
    }

    /** Tells whether there is a mail to take now. */
    public boolean isDue() {
        return due.isDue();
    }

    /** The time until an email to a learner may be sent, where only the pace holds it back. */
    public Optional<Duration> turnOfLearners() {
        return due.turn();
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
     * its learners', which are taken at a bounded pace.
     *
     * @param hold longer than a try can take, unless it is held again
     */
    public Optional<QueuedMail> take(Duration hold) {
        return due.takeOther(hold).or(() -> due.takeLearners(hold));
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

    /** Marks a mail as accepted by the mail server; the recipient's domain is well. */
    public void sent(QueuedMail mail) {
        ended(
                mail,
                () ->
                        jdbc.sql(
                                        """
                                        with well as (
                                            delete from imports.mail_domain
                                            where domain = lower(split_part(:recipient, '@', -1)))
                                        update imports.mail
                                        set state = 'SENT', ended_at = now(), last_error = null,
                                            answer = null, link = null
                                        where id = :id and state <> 'SENT'
                                        """)
                                .param("id", mail.id())
                                .param("recipient", mail.recipient())
                                .update());
    }

    /** Gives up on a mail that cannot be sent to its recipient, whatever the server says. */
    public void undeliverable(QueuedMail mail, String reason) {
        ended(
                mail,
                () ->
                        jdbc.sql(
                                        """
                                        update imports.mail
                                        set state = 'UNDELIVERABLE', ended_at = now(),
                                            last_error = :reason, answer = null, link = null
                                        where id = :id and state = 'QUEUED'
                                        """)
                                .param("id", mail.id())
                                .param("reason", reason)
                                .update());
    }

    /**
     * Notes that a try has failed, and leaves the mail for another one or ends it, as the policy
     * says. A failure of the server does not count as a try.
     *
     * @return how far the mail has come; {@code QUEUED} also for one that another sender has taken
     */
    public MailState failed(QueuedMail mail, MailFailure failure, RetryPolicy policy) {
        MailState state = ended(mail, () -> failures.note(mail, failure, policy));
        if (failure.kind() == MailFailure.Kind.DOMAIN) {
            domains.defer(mail, policy.longestDomainPause());
        }
        return state;
    }

    /** All rows that a mail tells of end with it, or none. */
    private <T> T ended(QueuedMail mail, Supplier<T> ending) {
        if (mail.told().size() < 2) {
            return ending.get();
        }
        return requireNonNull(
                transaction.execute(
                        status -> {
                            T ended = ending.get();
                            endOthers(mail);
                            return ended;
                        }));
    }

    private void endOthers(QueuedMail mail) {
        jdbc.sql(
                        """
                        update imports.mail o
                        set state = told.state, ended_at = told.ended_at, last_error = told.last_error,
                            answer = told.answer, told_by = told.id
                        from imports.mail told
                        where told.id = :id and told.state <> 'QUEUED' and o.id <> told.id
                          and o.import_id = told.import_id and o.kind = told.kind
                          and o.row = any(:rows) and o.state = 'QUEUED'
                        """)
                .param("id", mail.id())
                .param(
                        "rows",
                        mail.told().stream().map(QueuedMail.Told::row).toArray(Integer[]::new))
                .update();
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
                            attempts = 0, recipient_refused_at = null, refused_at = null, unconfirmed = 0,
                            told_by = null
                        where import_id = :importId and state in ('PERHAPS_SENT', 'UNDELIVERABLE')
                        """)
                .param("importId", importId)
                .update();
    }

    /** Counts the mails of one import; rows that another one's mail tells of are no mails. */
    public MailCounts counts(UUID importId) {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'QUEUED') as queued,
                               count(*) filter (where state = 'SENT') as sent,
                               count(*) filter (where state = 'PERHAPS_SENT') as perhaps_sent,
                               count(*) filter (where state = 'UNDELIVERABLE') as undeliverable
                        from imports.mail where import_id = :importId and told_by is null
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

    /**
     * Counts what has not been sent. Emails to learners that only wait for their turn are not among
     * the oldest while others of them are sent.
     */
    public MailBacklog backlog() {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'QUEUED') as queued,
                               count(*) filter (where state = 'QUEUED' and row > 0) as learners,
                               count(*) filter (where state = 'PERHAPS_SENT') as perhaps_sent,
                               count(*) filter (where state = 'UNDELIVERABLE') as undeliverable,
                               coalesce(greatest(0, extract(epoch from
                                   now() - min(queued_at) filter (where state = 'QUEUED' and (row = 0 or exists (
                                       select from imports.learner_pace
                                       where free_at < now() - interval '1 minute'))))), 0) as oldest,
                               (select count(*) from imports.mail_domain where resumes_at > now()) as paused
                        from imports.mail where state <> 'SENT'
                        """)
                .query(
                        (row, number) ->
                                new MailBacklog(
                                        row.getInt("queued"),
                                        row.getInt("learners"),
                                        Duration.ofMillis((long) (1000 * row.getDouble("oldest"))),
                                        row.getInt("perhaps_sent"),
                                        row.getInt("undeliverable"),
                                        row.getInt("paused")))
                .single();
    }
}
