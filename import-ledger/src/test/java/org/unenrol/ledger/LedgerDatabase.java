package org.unenrol.ledger;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, migrated, in a time zone that betrays code that relies on it. */
public final class LedgerDatabase {

    public static final TestDatabase SERVER =
            TestDatabase.start("import-ledger", "America/St_Johns").with("audit").with("imports");
    public static final DataSource DATA_SOURCE = SERVER.dataSource();
    public static final JdbcClient JDBC = SERVER.jdbc();
    public static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(SERVER.transactions());

    private LedgerDatabase() {}

    /** Another database, empty, on the same server. */
    static DataSource another(String name) {
        return SERVER.another(name);
    }

    /** Makes the schema as it was with a migration. */
    static void migrate(DataSource database, String version) {
        TestDatabase.migrate(TestDatabase.migrationOf("imports", database), version);
    }

    /** Leaves nothing but the schema. */
    public static void clear() {
        JDBC.sql(
                        "truncate imports.import, imports.row_outcome, imports.stored_file,"
                                + " imports.webhook_event, imports.folder_file, imports.mail_domain cascade")
                .update();
    }

    /** Puts everything that the ledger holds back by as much as time is to go on. */
    public static void letPass(Duration time) {
        letPass("stored_file", time, "created_at", "released_at");
        letPass("reading_mark", time, "taken_at");
        letPass(
                "mail",
                time,
                "next_attempt_at",
                "message_date",
                "queued_at",
                "recipient_refused_at",
                "refused_at",
                "ended_at");
        letPass("learner_pace", time, "free_at");
        letPass("mail_domain", time, "resumes_at");
        letPass("webhook_delivery", time, "queued_at", "next_attempt_at", "ended_at");
        letPass("dispatch", time, "waiting_since", "lease_until", "redispatch_at");
        letPass(
                "progress",
                time,
                "results_until",
                "progress_at",
                "completed_at",
                "upload_deleted_at",
                "results_deleted_at",
                "outcomes_deleted_at",
                "mails_deleted_at");
        letPass("import_event", time, "occurred_at", "published_at");
        letPass("webhook_event", time, "occurred_at", "offered_at");
        letPass("upstream_set_aside", time, "at");
        letPass("upstream_request", time, "received_at", "touched_at");
        letPass("import", time, "submitted_at");
        letPass("folder_file", time, "lease_until");
    }

    /** Locks all that changes of an import, until the transaction ends. */
    public static void lock(UUID importId) {
        JDBC.sql(
                        """
                        select from imports.dispatch join imports.progress using (import_id)
                        where import_id = ? for update
                        """)
                .param(importId)
                .query()
                .listOfRows();
    }

    /** Lets time pass for some columns of a table only. */
    public static void letPass(String table, Duration time, String... columns) {
        SERVER.letPass(time, "imports." + table, columns);
    }

    /** Counts the rows of a table of the ledger. */
    public static int rowsOf(String table) {
        return JDBC.sql("select count(*) from imports." + table).query(Integer.class).single();
    }
}
