package org.unenrol.ledger.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells what became of the mails of an import. */
public final class MailReports {

    private final JdbcClient jdbc;
    private final MailOutbox outbox;

    public MailReports(JdbcClient jdbc, MailOutbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    public MailReport of(UUID importId) {
        return new MailReport(
                outbox.counts(importId), refused(importId), lastExpectedAt(importId).orElse(null));
    }

    private List<MailReport.Refused> refused(UUID importId) {
        return jdbc.sql(
                        """
                        select answer, count(*) as mails from imports.mail
                        where import_id = :importId and state = 'UNDELIVERABLE' and told_by is null
                        group by answer
                        order by mails desc, answer
                        limit 10
                        """)
                .param("importId", importId)
                .query(
                        (row, number) ->
                                new MailReport.Refused(
                                        row.getString("answer"), row.getInt("mails")))
                .list();
    }

    /** All that go before the import's last one take their time at the rate, too. */
    private Optional<Instant> lastExpectedAt(UUID importId) {
        return jdbc.sql(
                        """
                        with last as (
                            select max(next_attempt_at) as due from imports.mail
                            where import_id = :importId and state = 'QUEUED' and row > 0)
                        select greatest(last.due, now() + interval '1 minute' / pace.per_minute * (
                            select count(*) from imports.mail m
                            where m.state = 'QUEUED' and m.row > 0 and m.next_attempt_at <= last.due)) as at
                        from last, imports.learner_pace pace
                        where last.due is not null and pace.per_minute is not null
                        """)
                .param("importId", importId)
                .query((row, number) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
