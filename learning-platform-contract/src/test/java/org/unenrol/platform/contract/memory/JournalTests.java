package org.unenrol.platform.contract.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.contract.RemotePlatformUnderTest.Fault;
import org.unenrol.platform.contract.Rows;
import org.unenrol.platform.journal.JournalledImportFence;
import org.unenrol.platform.journal.JournalledRowSettler;
import org.unenrol.platform.remote.Ending;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;
import org.unenrol.platform.remote.PlatformUnavailableException;
import org.unenrol.platform.remote.Query;
import org.unenrol.platform.remote.Traits;

/** The journal and answers that the platform in memory never gives by itself. */
class JournalTests {

    private final RemoteServer server = new RemoteServer();
    private final RemoteCalls calls = new RemoteCalls(server);
    private final UnenrolmentRequest row =
            Rows.ofAnImport(Instant.now().plusSeconds(60)).row(1, "amelia", "FIRE");

    @BeforeEach
    void clear() {
        JournalDatabase.clear();
        server.learner("amelia");
        server.course("FIRE", "Safety");
        server.enrol("amelia", "FIRE");
    }

    @Test
    void looksAgainWhereTheEndingIsUndecidedAndGone() {
        RemoteAdapter adapter =
                ending(
                        pairs -> {
                            server.unenrol(pairs);
                            return undecided(pairs.size());
                        });

        assertThat(settle(adapter).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(server.endings()).hasSize(1);
    }

    @Test
    void triesAgainWhereTheEndingIsUndecidedAndThePlaceStillThere() {
        RemoteAdapter adapter = ending(pairs -> undecided(pairs.size()));

        assertThatThrownBy(() -> settle(adapter))
                .isInstanceOf(PlatformUnavailableException.class)
                .hasMessageContaining("perhaps");
        assertThat(settle(new RemoteAdapter(calls)).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(server.endings()).hasSize(1);
    }

    @Test
    void tellsTheMethodThatHoldsThePlace() {
        UnenrolmentAnswer answer =
                settle(ending(pairs -> List.of(new Ending.StillEnrolled("cohort"))));

        assertThat(answer.standing()).isEqualTo(Standing.STILL_ENROLLED);
        assertThat(answer.reason()).isEqualTo("cohort");
    }

    @Test
    void believesAPlatformThatConfirmsWithoutLookingAgain() {
        AtomicInteger looks = new AtomicInteger();
        RemoteAdapter adapter =
                new RemoteAdapter(calls) {
                    @Override
                    public Traits traits() {
                        return new Traits(1, true);
                    }

                    @Override
                    public List<Place> places(List<Pair> pairs) {
                        looks.addAndGet(pairs.size());
                        return super.places(pairs);
                    }
                };

        assertThat(settle(adapter).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(looks).hasValue(0);
    }

    @Test
    void leavesAnEnrolmentAloneThatBeganAfterTheImport() {
        assertThat(settle(telling(row.submittedAt())).standing())
                .isEqualTo(Standing.ENROLLED_SINCE_SUBMISSION);
        assertThat(server.endings()).isEmpty();
    }

    @Test
    void leavesAnEnrolmentAloneThatBeganAfterTheIntention() {
        calls.failNextEnding(Fault.TIME_OUT_AFTER);
        assertThatThrownBy(() -> settle(telling(Instant.EPOCH)))
                .isInstanceOf(PlatformUnavailableException.class);
        server.enrol("amelia", "FIRE");

        assertThat(settle(telling(Instant.now().plusSeconds(30))).standing())
                .isEqualTo(Standing.ENROLLED);
        assertThat(server.isEnrolled("amelia", "FIRE")).isTrue();
        assertThat(server.endings()).hasSize(1);
    }

    @Test
    void refusesAnAdapterThatAnswersLessThanItIsAsked() {
        RemoteAdapter adapter = ending(pairs -> List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> settle(adapter))
                .withMessage("0 answers to 1 questions");
    }

    /** As by a worker that was taken for dead, and has lost its locks without noticing. */
    @Test
    void endsNothingWhereSomebodyElseHasWrittenTheRowDownMeanwhile() {
        RemoteAdapter adapter =
                new RemoteAdapter(calls) {
                    @Override
                    public List<Finding> look(List<Query> queries) {
                        List<Finding> found = super.look(queries);
                        JournalDatabase.JDBC
                                .sql(
                                        """
                                        insert into journal.entry
                                            (import_id, "row", state, learner_id, activity_id, ended, answer)
                                        values (?, 1, 'INTENDED', 'user-amelia', 'course-FIRE', false, '{}')
                                        """)
                                .param(row.id().importId())
                                .update();
                        JournalDatabase.JDBC
                                .sql("update journal.entry set learner_id = 'somebody'")
                                .update();
                        return found;
                    }
                };

        assertThatThrownBy(() -> settle(adapter))
                .isInstanceOf(PlatformUnavailableException.class)
                .hasMessageContaining("under way");
        assertThat(server.endings()).isEmpty();
    }

    @Test
    void takesNoTwoIntentionsForOnePlace() {
        String intend =
                """
                insert into journal.entry
                    (import_id, "row", state, learner_id, activity_id, ended, answer)
                values (gen_random_uuid(), 1, 'INTENDED', 'user-amelia', 'course-FIRE', false, '{}')
                """;
        JournalDatabase.JDBC.sql(intend).update();

        assertThatThrownBy(() -> JournalDatabase.JDBC.sql(intend).update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void failsWithoutADatabaseAndEndsNothing() {
        DataSource away =
                new AbstractDataSource() {
                    @Override
                    public Connection getConnection() throws SQLException {
                        throw new SQLException("away", "08001");
                    }

                    @Override
                    public Connection getConnection(String user, String password)
                            throws SQLException {
                        return getConnection();
                    }
                };

        assertThatThrownBy(
                        () ->
                                new JournalledRowSettler(new RemoteAdapter(calls), away)
                                        .settle(List.of(row)))
                .isInstanceOf(CannotGetJdbcConnectionException.class);
        assertThat(server.endings()).isEmpty();
    }

    @Test
    void losesNothingAndLeavesNoLockWhenItsSessionIsCutOffWhileThePlatformActs() {
        RemoteAdapter adapter =
                new RemoteAdapter(calls) {
                    @Override
                    public List<Ending> end(List<Pair> pairs) {
                        List<Ending> endings = super.end(pairs);
                        JournalDatabase.JDBC
                                .sql(
                                        """
                                        select count(pg_terminate_backend(pid)) from pg_locks
                                        where locktype = 'advisory'
                                        """)
                                .query(Integer.class)
                                .single();
                        return endings;
                    }
                };

        assertThatThrownBy(() -> settle(adapter)).isInstanceOf(DataAccessException.class);
        assertThat(locks()).isZero();
        assertThat(settle(new RemoteAdapter(calls)).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(server.endings()).hasSize(1);
        assertThat(locks()).isZero();
    }

    @Test
    void closesNoImportWhoseRowsAreUnderWay() throws Exception {
        CountDownLatch acting = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        RemoteAdapter adapter =
                new RemoteAdapter(calls) {
                    @Override
                    public List<Ending> end(List<Pair> pairs) {
                        acting.countDown();
                        await(done);
                        return super.end(pairs);
                    }
                };
        ImportFence fence =
                new JournalledImportFence(
                        JournalDatabase.JDBC,
                        new JdbcTransactionManager(JournalDatabase.DATA_SOURCE));
        CompletableFuture<UnenrolmentAnswer> settling =
                CompletableFuture.supplyAsync(() -> settle(adapter));
        await(acting);

        assertThat(fence.close(row.id().importId())).isEqualTo(OptionalInt.empty());
        done.countDown();
        assertThat(settling.get(20, TimeUnit.SECONDS).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(fence.close(row.id().importId())).hasValue(1);
    }

    private RemoteAdapter ending(Function<List<Pair>, List<Ending>> end) {
        return new RemoteAdapter(calls) {
            @Override
            public List<Ending> end(List<Pair> pairs) {
                return end.apply(pairs);
            }
        };
    }

    private static List<Ending> undecided(int pairs) {
        return Collections.nCopies(pairs, new Ending.Undecided("perhaps"));
    }

    /** A platform that says since when the learner has the place. */
    private RemoteAdapter telling(Instant since) {
        return new RemoteAdapter(calls) {
            @Override
            public List<Finding> look(List<Query> queries) {
                return super.look(queries).stream()
                        .map(
                                found ->
                                        new Finding(
                                                found.learner(),
                                                found.activity(),
                                                told(found.place())))
                        .toList();
            }

            @Override
            public List<Place> places(List<Pair> pairs) {
                return super.places(pairs).stream().map(this::told).toList();
            }

            private Place told(Place place) {
                return place instanceof Place.Enrolled enrolled
                        ? new Place.Enrolled(enrolled.hasCompleted(), since)
                        : place;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int locks() {
        return JournalDatabase.JDBC
                .sql("select count(*) from pg_locks where locktype = 'advisory'")
                .query(Integer.class)
                .single();
    }

    private UnenrolmentAnswer settle(RemoteAdapter adapter) {
        return new JournalledRowSettler(adapter, JournalDatabase.DATA_SOURCE)
                .settle(List.of(row))
                .get(0);
    }
}
