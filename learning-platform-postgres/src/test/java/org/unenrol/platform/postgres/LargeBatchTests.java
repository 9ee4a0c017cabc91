package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformDatabase.DATA_SOURCE;
import static org.unenrol.platform.PlatformFixture.SAFETY;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.Standing.ENROLLED;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.unenrol.platform.CountingDataSource;
import org.unenrol.platform.ImportFixture;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** Batches of the size that workers take, on tables as they are right after a bulk load. */
class LargeBatchTests extends PlatformTestCase {

    private static final int BATCH = 2_000;
    private static final int COURSES = 5;
    private static final List<String> LARGE = List.of("app_user", "enrolment", "completion");

    private Connection connection;
    private DataSource dataSource;
    private JdbcClient jdbc;

    @BeforeEach
    void openOneConnection() throws SQLException {
        connection = DATA_SOURCE.getConnection();
        dataSource = new SingleConnectionDataSource(connection, true);
        jdbc = JdbcClient.create(dataSource);
        LARGE.forEach(table -> storage(table, "set (autovacuum_enabled = off)"));
        IntStream.rangeClosed(1, COURSES).forEach(i -> course("COURSE-" + i));
    }

    @AfterEach
    void closeConnection() throws SQLException {
        LARGE.forEach(table -> storage(table, "reset (autovacuum_enabled)"));
        connection.close();
    }

    @Test
    void costsAHandfulOfStatements() {
        load(1, BATCH);
        CountingDataSource counting = new CountingDataSource(DATA_SOURCE);

        List<UnenrolmentAnswer> answers = platform(counting).settle(batch(anImport(), 0, 1, BATCH));

        assertThat(answers).extracting(UnenrolmentAnswer::standing).containsOnly(ENROLLED);
        assertThat(counting.statements()).isLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 40_000})
    void looksUpNoMoreThanItHasToWhateverThePlannerThinks(int learners) {
        RowSettler platform = platform(dataSource);
        ImportFixture file = anImport();
        load(1, 100);
        IntStream.range(0, 20).forEach(i -> platform.settle(batch(file, i, 1, 5)));
        load(101, learners);
        Reads before = reads();

        platform.settle(batch(file, 20, 101, learners / 20));

        Reads reads = reads().since(before);
        assertThat(reads.wholeTables()).isZero();
        assertThat(reads.indexEntries()).isLessThan(10 * learners / 20);
    }

    @Test
    void looksUpNoMoreThanItHasToForUsernamesThatItDoesNotKnow() {
        RowSettler platform = platform(dataSource);
        load(1, 5_000);
        ImportFixture file = anImport().managing(SAFETY, "Finance");
        List<UnenrolmentRequest> unknown =
                IntStream.rangeClosed(1_000, 2_999)
                        .mapToObj(i -> file.row(i, "leanrer" + i, "COURSE-1"))
                        .toList();
        Reads before = reads();

        List<UnenrolmentAnswer> answers = platform.settle(unknown);

        assertThat(answers).allMatch(answer -> answer.username().near() != null);
        Reads reads = reads().since(before);
        assertThat(reads.wholeTables()).isZero();
        assertThat(reads.indexEntries()).isLessThan(10L * unknown.size());
    }

    private static RowSettler platform(DataSource source) {
        return new PostgresRowSettler(
                JdbcClient.create(source), new JdbcTransactionManager(source));
    }

    /** The learners from one on, each leaving another course than the one before. */
    private static List<UnenrolmentRequest> batch(
            ImportFixture file, int number, int firstLearner, int size) {
        return IntStream.range(0, size)
                .mapToObj(
                        i ->
                                file.row(
                                        number * BATCH + i + 1,
                                        "learner" + (firstLearner + i),
                                        "COURSE-" + (1 + i % COURSES)))
                .toList();
    }

    /** Enrols everyone in every course; every other learner has completed it. */
    private void load(int from, int to) {
        jdbc.sql(
                        """
                        insert into lms.app_user (username, username_key, name, email)
                        select name, name, name, name || '@example.org'
                        from generate_series(:from, :to) as i, format('learner%s', i) as name
                        """)
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql(
                        """
                        insert into lms.enrolment (user_id, activity_id, enrolled_at)
                        select u.id, a.id, now() - interval '1 day'
                        from lms.app_user u, lms.activity a
                        where not exists (
                            select from lms.enrolment e where e.user_id = u.id)
                        order by hashint8(u.id * 7919 + a.id)
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into lms.completion (user_id, course_id, completed_at, result)
                        select user_id, activity_id, now() + interval '1 day', 'PASSED'
                        from lms.enrolment where user_id % 2 = 0
                        on conflict do nothing
                        """)
                .update();
    }

    /** The reads of the server since it was started. */
    private record Reads(long wholeTables, long indexEntries) {

        Reads since(Reads before) {
            return new Reads(wholeTables - before.wholeTables, indexEntries - before.indexEntries);
        }
    }

    private Reads reads() {
        jdbc.sql("select pg_stat_force_next_flush()::text").query(String.class).list();
        return jdbc.sql(
                        """
                        select
                            (select sum(seq_scan) from pg_stat_user_tables
                            where schemaname = 'lms' and relname in (:tables)) as whole_tables,
                            (select sum(idx_tup_read) from pg_stat_user_indexes
                            where schemaname = 'lms' and relname in (:tables)) as index_entries
                        """)
                .param("tables", LARGE)
                .query(Reads.class)
                .single();
    }

    private void storage(String table, String change) {
        jdbc.sql("alter table lms." + table + " " + change).update();
    }
}
