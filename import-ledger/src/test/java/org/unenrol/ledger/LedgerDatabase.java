package org.unenrol.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, migrated, in a time zone that betrays code that relies on it. */
public final class LedgerDatabase {

    private static final TestDatabase SERVER =
            TestDatabase.start("import-ledger", "America/St_Johns");

    public static final DataSource DATA_SOURCE = SERVER.dataSource();

    public static final JdbcClient JDBC = JdbcClient.create(DATA_SOURCE);

    public static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new DataSourceTransactionManager(DATA_SOURCE));

    static {
        migrate(DATA_SOURCE, "latest");
    }

    private LedgerDatabase() {}

    /** Another database, empty, on the same server. */
    static DataSource another(String name) {
        JDBC.sql("create database " + name).update();
        return SERVER.dataSource(name);
    }

    /** Makes the schema as it was with a migration, or as it is. */
    static void migrate(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas("imports")
                .locations("classpath:db/migration/imports")
                .target(version)
                .load()
                .migrate();
    }

    /** Leaves nothing but the schema. */
    public static void clear() {
        JDBC.sql("truncate imports.import, imports.row_outcome, imports.stored_file cascade")
                .update();
    }

    /** Puts everything that the ledger holds back by as much as time is to go on. */
    public static void letPass(Duration time) {
        putBack("stored_file", time, "created_at");
        putBack("reading_mark", time, "taken_at");
        putBack(
                "mail",
                time,
                "next_attempt_at",
                "message_date",
                "queued_at",
                "recipient_refused_at",
                "refused_at",
                "ended_at");
        putBack("dispatch", time, "waiting_since", "lease_until", "redispatch_at");
        putBack("progress", time, "results_until", "progress_at");
        putBack("import", time, "submitted_at");
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
        putBack(table, time, columns);
    }

    private static void putBack(String table, Duration time, String... columns) {
        for (String column : columns) {
            JDBC.sql(
                            "update imports.%1$s set %2$s = %2$s - ?".formatted(table, column)
                                    + "::interval")
                    .param(time.toString())
                    .update();
        }
    }

    /** By the clock of the database. */
    public static Instant now() {
        return JDBC.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** How many rows a table of the ledger has. */
    public static int rowsOf(String table) {
        return JDBC.sql("select count(*) from imports." + table).query(Integer.class).single();
    }

    /** How many sessions wait for another one to end its transaction. */
    public static int waitingForALock() {
        return JDBC.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }
}
