package org.unenrol.ledger.retention;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes of ended imports what is no longer kept of them. From then on nobody reads it; its rows are
 * tasks of {@link PurgeTasks}, and its files are swept once nobody can be reading them any more.
 */
final class Deletions {

    private static final int IMPORTS = 100;

    private static final String UPLOADS =
            """
            with due as (
                select p.import_id from imports.progress p
                where p.upload_deleted_at is null
                  and p.completed_at < now() - cast(:age as interval)
                  and exists (select from imports.at_rest r where r.import_id = p.import_id)
                order by p.completed_at
                limit :limit
                for update of p skip locked),
            released as (
                update imports.stored_file f set released_at = now()
                from imports.import i join due on due.import_id = i.id
                where f.id = i.upload_file),
            forgotten as (
                update imports.import i set upload_file = null from due where i.id = due.import_id),
            begun as (
                insert into imports.purge_task (import_id, part)
                select q.import_id, 'REQUEST' from imports.upstream_request q join due using (import_id))
            update imports.progress p set upload_deleted_at = now()
            from due where p.import_id = due.import_id
            """;

    private static final String RESULTS =
            """
            with due as (
                select p.import_id from imports.progress p
                where p.results_deleted_at is null
                  and p.completed_at < now() - cast(:age as interval)
                  and exists (select from imports.at_rest r where r.import_id = p.import_id)
                order by p.completed_at
                limit :limit
                for update of p skip locked),
            released as (
                update imports.stored_file f set released_at = now()
                from imports.progress p join due using (import_id)
                where f.id = p.results_file)
            update imports.progress p set results_deleted_at = now(), results_file = null
            from due where p.import_id = due.import_id
            """;

    private static final String OUTCOMES =
            """
            with due as (
                select p.import_id from imports.progress p
                where p.outcomes_deleted_at is null
                  and p.completed_at < now() - cast(:age as interval)
                  and exists (select from imports.at_rest r where r.import_id = p.import_id)
                order by p.completed_at
                limit :limit
                for update of p skip locked),
            begun as (
                insert into imports.purge_task (import_id, part) select import_id, 'OUTCOMES' from due)
            update imports.progress p set outcomes_deleted_at = now()
            from due where p.import_id = due.import_id
            """;

    private static final String MAILS =
            """
            with due as (
                select p.import_id from imports.progress p
                where p.mails_deleted_at is null
                  and p.completed_at < now() - cast(:age as interval)
                  and not exists (
                      select from imports.mail m
                      where m.import_id = p.import_id and m.ended_at >= now() - cast(:age as interval))
                  and exists (select from imports.at_rest r where r.import_id = p.import_id)
                order by p.completed_at
                limit :limit
                for update of p skip locked),
            begun as (
                insert into imports.purge_task (import_id, part) select import_id, 'MAILS' from due)
            update imports.progress p set mails_deleted_at = now()
            from due where p.import_id = due.import_id
            """;

    private final JdbcClient jdbc;

    Deletions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int ofUploads(Duration age) {
        return note(UPLOADS, age);
    }

    int ofResults(Duration age) {
        return note(RESULTS, age);
    }

    int ofOutcomes(Duration age) {
        return note(OUTCOMES, age);
    }

    /** Mails that were sent again are kept as long after their last try. */
    int ofMails(Duration age) {
        return note(MAILS, age);
    }

    private int note(String statement, Duration age) {
        return jdbc.sql(statement).param("age", age.toString()).param("limit", IMPORTS).update();
    }
}
