package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.unenrol.test.api.ApiClient;

/** Holds that no need of one import holds up the others. */
class DispatchTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();

    @Test
    void dispatchesAnImportBesideOneThatAnotherSessionHasLocked() {
        Learners.Cohort cohort = system.learners().enrolled(5_000);
        byte[] large = Csv.file().rows(cohort, 1, 5_000).bytes();
        byte[] small = Csv.file().rows(cohort, 1, 5).bytes();
        system.holdWorker();
        String locked = api.start(large, true);
        String beside;
        try {
            Awaitility.await().until(() -> dispatchedThrough(locked) > 0);
            beside =
                    system.whileLocked(
                            "select from imports.dispatch join imports.progress using (import_id)"
                                    + " where import_id = :id::uuid for update",
                            locked,
                            () -> awaitDispatched(api.start(small, true), 5));
        } finally {
            system.releaseWorker();
        }

        assertThat(api.awaitEnd(beside).path("processed").asInt()).isEqualTo(5);
        assertThat(api.awaitEnd(locked).path("processed").asInt()).isEqualTo(5_000);
    }

    @Test
    void dispatchesAnImportBesideMoreThanOneInstanceDispatchesAtATime() {
        Learners.Cohort cohort = system.learners().enrolled(3_000);
        byte[] large = Csv.file().rows(cohort, 1, 3_000).bytes();
        byte[] small = Csv.file().rows(cohort, 1, 5).bytes();
        system.holdWorker();
        List<String> waiting;
        String beside;
        try {
            waiting = Stream.generate(() -> api.start(large, true)).limit(60).toList();
            beside = awaitDispatched(api.start(small, true), 5);
        } finally {
            system.releaseWorker();
        }

        assertThat(api.awaitEnd(beside).path("processed").asInt()).isEqualTo(5);
        waiting.forEach(id -> api.post("/api/v1/imports/" + id + "/cancel"));
        assertThat(waiting)
                .allSatisfy(
                        id ->
                                assertThat(api.awaitEnd(id).path("processed").asInt())
                                        .isEqualTo(3_000));
    }

    @Test
    void writesNothingForAnImportThatWaitsButToKeepItsLease() {
        Learners.Cohort cohort = system.learners().enrolled(3_000);
        system.holdWorker();
        String id;
        try {
            id = api.start(Csv.file().rows(cohort, 1, 3_000).bytes(), true);
            Awaitility.await().until(() -> dispatchedThrough(id) > 0);
            Awaitility.await().pollDelay(Duration.ofSeconds(4)).until(() -> true);

            long before = updates();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollDelay(Duration.ofSeconds(12))
                    .until(() -> true);

            assertThat(updates() - before).isLessThan(10);
        } finally {
            system.releaseWorker();
        }
        api.awaitEnd(id);
    }

    /** Makes the database give up first, so that no session is left behind. */
    @Test
    void letsTheDatabaseGiveAStatementUpBeforeItsClientDoes() {
        assertThat(system.databaseSetting("statement_timeout")).containsOnly("50s").hasSize(3);
        assertThat(system.databaseSetting("idle_session_timeout")).containsOnly("90s");
        assertThat(system.databaseSetting("lock_timeout")).containsOnly("20s");
        assertThat(system.databaseSetting("client_connection_check_interval")).containsOnly("5s");
    }

    private long updates() {
        return system.jdbc()
                .sql(
                        """
                        select n_tup_upd from pg_stat_user_tables
                        where schemaname = 'imports' and relname = 'import'
                        """)
                .query(Long.class)
                .single();
    }

    private String awaitDispatched(String id, int row) {
        Awaitility.await().until(() -> dispatchedThrough(id) == row);
        return id;
    }

    private int dispatchedThrough(String id) {
        return system.jdbc()
                .sql("select dispatched_through from imports.dispatch where import_id = :id")
                .param("id", UUID.fromString(id))
                .query(Integer.class)
                .single();
    }
}
