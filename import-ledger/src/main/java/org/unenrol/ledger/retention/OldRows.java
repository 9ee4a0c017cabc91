package org.unenrol.ledger.retention;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what goes as a whole when it is old, some rows at a time. */
final class OldRows {

    private static final int IMPORTS = 50;

    /** One that was applied goes after what applied it. */
    private static final String DELETE_IMPORTS =
            """
            delete from imports.import where id in (
                select p.import_id from imports.progress p
                where p.completed_at < now() - cast(:age as interval)
                  and num_nulls(p.upload_deleted_at, p.results_deleted_at,
                      p.outcomes_deleted_at, p.mails_deleted_at) = 0
                  and not exists (select from imports.purge_task t where t.import_id = p.import_id)
                  and not exists (select from imports.import a where a.verified_by = p.import_id)
                  and exists (select from imports.at_rest r where r.import_id = p.import_id)
                order by p.completed_at
                limit :limit
                for update of p skip locked)
            """;

    private static final String DELETE_WEBHOOKS =
            """
            delete from imports.webhook_event where id in (
                select w.id from imports.webhook_event w
                where w.occurred_at < now() - cast(:age as interval)
                  and w.offered_at is not null
                  and not exists (
                      select from imports.webhook_delivery d
                      where d.event_id = w.id
                        and (d.state = 'QUEUED' or d.ended_at >= now() - cast(:age as interval)))
                limit :limit
                for update of w skip locked)
            """;

    private static final String DELETE_REFUSED_REQUESTS =
            """
            delete from imports.upstream_request where id in (
                select q.id from imports.upstream_request q
                where q.state = 'REFUSED' and q.touched_at < now() - cast(:age as interval)
                  and not exists (
                      select from imports.upstream_reply r
                      where r.request = q.id and r.published_at is null)
                limit :limit
                for update of q skip locked)
            """;

    private static final String DELETE_ACCOUNT_MAILS =
            """
            delete from imports.mail where id in (
                select id from imports.mail
                where import_id is null and state <> 'QUEUED'
                  and ended_at < now() - cast(:age as interval)
                limit :limit
                for update skip locked)
            """;

    private static final String DELETE_SET_ASIDE =
            """
            delete from imports.upstream_set_aside where id in (
                select id from imports.upstream_set_aside
                where at < now() - cast(:age as interval)
                limit :limit
                for update skip locked)
            """;

    private final JdbcClient jdbc;
    private final int rows;

    OldRows(JdbcClient jdbc, int rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Deletes some of all that is older than it is kept; returns how many rows. */
    int delete(RetentionSettings kept) {
        return delete(DELETE_IMPORTS, kept.imports(), Math.min(rows, IMPORTS))
                + delete(DELETE_WEBHOOKS, kept.webhooks(), rows)
                + delete(DELETE_REFUSED_REQUESTS, kept.imports(), rows)
                + delete(DELETE_ACCOUNT_MAILS, kept.mails(), rows)
                + delete(DELETE_SET_ASIDE, kept.deadLetters(), rows);
    }

    private int delete(String statement, Duration age, int limit) {
        return jdbc.sql(statement).param("age", age.toString()).param("limit", limit).update();
    }
}
