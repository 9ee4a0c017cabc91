package org.unenrol.ledger.mail;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Judges, by the database's clock, what becomes of mails of which a try has failed. */
final class FailedTries {

    private static final String JUDGE =
            """
            with failing as (
                select id,
                       case when :kind = 'RECIPIENT' then least(coalesce(recipient_refused_at, now()), now())
                            else recipient_refused_at end as recipient_refused_at,
                       case when :kind in ('MESSAGE', 'DEFERRED', 'DOMAIN') then least(coalesce(refused_at, now()), now())
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
                       when :kind in ('MESSAGE', 'DEFERRED', 'DOMAIN') then
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
                last_error = :reason,
                answer = :answer,
                link = case when judged.state = 'QUEUED' then m.link end
            from judged
            where m.id = judged.id
            returning m.state
            """;

    private final JdbcClient jdbc;

    FailedTries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    MailState note(QueuedMail mail, MailFailure failure, RetryPolicy policy) {
        return jdbc.sql(JUDGE)
                .param("id", mail.id())
                .param("attempts", mail.attempts())
                .param("kind", failure.kind().name())
                .param("reason", failure.reason())
                .param("answer", failure.answer())
                .param("recipientRefusedFor", policy.recipientRefusedFor().toString())
                .param("refusedFor", policy.refusedFor().toString())
                .param("copies", policy.copies())
                .param("unconfirmedPause", policy.unconfirmedPause().toString())
                .param("longestPause", policy.longestPause().toString())
                .query((row, number) -> MailState.valueOf(row.getString("state")))
                .optional()
                .orElse(MailState.QUEUED);
    }
}
