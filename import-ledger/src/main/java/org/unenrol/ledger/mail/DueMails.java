package org.unenrol.ledger.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the mail that is next. Emails to learners are taken one by one at a bounded pace, which is
 * kept in the database: by its clock, for all processes, and over their restarts. All others go
 * first and have no pace.
 */
final class DueMails {

    /** No longer than a minute ahead, unless the clock has been put back since. */
    private static final String FREE =
            "(free_at <= now() or free_at > now() + interval '2 minutes')";

    private static final String OTHERS_DUE =
            "state = 'QUEUED' and row = 0 and next_attempt_at <= now()";

    /** Of several rows of a learner that one mail tells of, the first stands for all. */
    private static final String LEARNERS_DUE =
            """
            m.state = 'QUEUED' and m.row > 0 and m.next_attempt_at <= now()
              and not exists (
                  select from imports.mail_domain d
                  where d.domain = lower(split_part(m.recipient, '@', -1))
                    and d.resumes_at > now() and d.resumes_at < now() + interval '2 hours')
              and (:byRow or (
                  m.import_id not in (
                      select p.import_id from imports.progress p
                      where p.state in ('PROCESSING', 'BUILDING_RESULTS'))
                  and not exists (
                      select from imports.mail first
                      where first.import_id = m.import_id and first.recipient = m.recipient
                        and first.row > 0 and first.row < m.row
                        and first.kind = m.kind and first.state = 'QUEUED')))
            """;

    private static final String IS_DUE =
            """
            select exists (select from imports.mail where %s)
                or (exists (select from imports.learner_pace where %s)
                    and exists (select from imports.mail m where %s))
            """
                    .formatted(OTHERS_DUE, FREE, LEARNERS_DUE);

    private static final String TURN =
            """
            select extract(epoch from free_at - now()) * 1000 from imports.learner_pace
            where not %s and exists (select from imports.mail m where %s)
            """
                    .formatted(FREE, LEARNERS_DUE);

    private static final String TAKE_OTHER =
            """
            update imports.mail
            set attempts = attempts + 1,
                next_attempt_at = now() + cast(:duration as interval)
            where id = (
                select id from imports.mail
                where %s
                order by kind, next_attempt_at
                limit 1
                for update skip locked)
            returning *, '{}'::int[] as told_rows, '{}'::text[] as told_titles
            """
                    .formatted(OTHERS_DUE);

    /** Whoever waits for the pace reads it anew when it is let go. */
    private static final String TAKE_LEARNERS =
            """
            with turn as (
                select free_at from imports.learner_pace where %s for update),
            taken as (
                update imports.mail
                set attempts = attempts + 1,
                    next_attempt_at = now() + cast(:duration as interval)
                where id = (
                    select m.id from imports.mail m
                    where exists (select from turn) and %s
                    order by m.next_attempt_at
                    limit 1
                    for update skip locked)
                returning *),
            paced as (
                update imports.learner_pace
                set per_minute = :perMinute,
                    free_at = greatest(least(free_at, now()), now() - interval '1 second')
                        + interval '1 minute' / :perMinute
                where exists (select from taken))
            select taken.*, told.rows as told_rows, told.titles as told_titles
            from taken, lateral (
                select array_agg(o.row order by o.row) as rows,
                       array_agg(coalesce(o.activity_title, '') order by o.row) as titles
                from imports.mail o
                where o.import_id = taken.import_id and o.recipient = taken.recipient and o.row > 0
                  and o.kind = taken.kind and o.state = 'QUEUED'
                  and (o.row = taken.row or (not :byRow and o.row > taken.row))) as told
            """
                    .formatted(FREE, LEARNERS_DUE);

    private final JdbcClient jdbc;
    private final LearnerMailRules rules;

    DueMails(JdbcClient jdbc, LearnerMailRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    boolean isDue() {
        return jdbc.sql(IS_DUE).param("byRow", rules.byRow()).query(Boolean.class).single();
    }

    /** The time until an email to a learner may be sent, where only the pace holds it back. */
    Optional<Duration> turn() {
        return jdbc.sql(TURN)
                .param("byRow", rules.byRow())
                .query(Double.class)
                .optional()
                .map(millis -> Duration.ofMillis((long) Math.ceil(millis)));
    }

    Optional<QueuedMail> takeOther(Duration hold) {
        return jdbc.sql(TAKE_OTHER)
                .param("duration", hold.toString())
                .query(DueMails::mail)
                .optional();
    }

    Optional<QueuedMail> takeLearners(Duration hold) {
        return jdbc.sql(TAKE_LEARNERS)
                .param("duration", hold.toString())
                .param("byRow", rules.byRow())
                .param("perMinute", rules.perMinute())
                .query(DueMails::mail)
                .optional();
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
                access(row),
                told(row));
    }

    private static List<QueuedMail.Told> told(ResultSet row) throws SQLException {
        Integer[] rows = (Integer[]) row.getArray("told_rows").getArray();
        String[] titles = (String[]) row.getArray("told_titles").getArray();
        List<QueuedMail.Told> told = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            told.add(new QueuedMail.Told(rows[i], titles[i]));
        }
        return told;
    }

    private static QueuedMail.@Nullable Access access(ResultSet row) throws SQLException {
        String link = row.getString("link");
        return link == null ? null : new QueuedMail.Access(row.getString("username"), link);
    }
}
