package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformDatabase.JDBC;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.isEnrolled;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.Standing.ENROLLED;
import static org.unenrol.platform.Standing.NOT_ENROLLED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.platform.ImportFixture;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** Two workers at the same moment, each with its own connection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrentBatchTests extends PlatformTestCase {

    private static final int ROWS = 400;

    private static final TransactionOperations TRANSACTION =
            new TransactionTemplate(new JdbcTransactionManager(PlatformDatabase.DATA_SOURCE));

    private ExecutorService workers;

    @BeforeAll
    void startWorkers() {
        workers = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    void stopWorkers() {
        workers.shutdownNow();
    }

    enum Fate {
        COMMITTED,
        ROLLED_BACK
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void aRowThatIsUnderWayTwiceGetsItsAnswerTwice(Fate fateOfTheFirst) throws Exception {
        learner("amelia");
        course("FIRE");
        enrol("amelia", "FIRE");
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");

        Future<Standing> second =
                TRANSACTION.execute(
                        transaction -> {
                            assertThat(standing(row)).isEqualTo(ENROLLED);
                            Future<Standing> waiting = workers.submit(() -> standing(row));
                            await().until(() -> PlatformDatabase.SERVER.waitingForALock() == 1);
                            if (fateOfTheFirst == Fate.ROLLED_BACK) {
                                transaction.setRollbackOnly();
                            }
                            return waiting;
                        });

        assertThat(second.get()).isEqualTo(ENROLLED);
        assertThat(isEnrolled("amelia", "FIRE")).isFalse();
        assertThat(UnenrolmentHistory.endings()).isEqualTo(1);
    }

    /** Each is stopped half-way, holding what it has come to: in any other order they deadlock. */
    @RepeatedTest(5)
    void twoImportsInOppositeOrderEndEachPeriodOnce() throws Exception {
        course("FIRE");
        IntStream.range(0, ROWS).forEach(i -> learner("learner" + i));
        enrolEverybody();
        List<UnenrolmentRequest> forwards = everybody(anImport());
        List<UnenrolmentRequest> backwards = new ArrayList<>(everybody(anImport()));
        Collections.reverse(backwards);

        List<Future<List<UnenrolmentAnswer>>> started =
                whileLocked(
                        "learner" + ROWS / 2,
                        () -> PLATFORM.settle(forwards),
                        () -> PLATFORM.settle(backwards));
        List<UnenrolmentAnswer> answers = new ArrayList<>(started.get(0).get());
        answers.addAll(started.get(1).get());

        assertThat(answers)
                .filteredOn(answer -> answer.standing() == ENROLLED)
                .extracting(UnenrolmentAnswer::learner)
                .doesNotHaveDuplicates()
                .hasSize(ROWS);
        assertThat(answers).filteredOn(answer -> answer.standing() == NOT_ENROLLED).hasSize(ROWS);
        assertThat(UnenrolmentHistory.endings()).isEqualTo(ROWS);
    }

    @Test
    void verifyingDoesNotWaitForALock() {
        learner("amelia");
        course("FIRE");
        enrol("amelia", "FIRE");

        TRANSACTION.executeWithoutResult(
                transaction -> {
                    assertThat(standing(anImport().row(1, "amelia", "FIRE"))).isEqualTo(ENROLLED);
                    UnenrolmentRequest row = anImport().verifyOnly().row(1, "amelia", "FIRE");
                    assertThat(workers.submit(() -> standing(row)))
                            .succeedsWithin(Duration.ofSeconds(10))
                            .isEqualTo(ENROLLED);
                });
    }

    private List<Future<List<UnenrolmentAnswer>>> whileLocked(
            String username,
            Callable<List<UnenrolmentAnswer>> first,
            Callable<List<UnenrolmentAnswer>> second) {
        return TRANSACTION.execute(
                transaction -> {
                    lockPeriodOf(username);
                    var started = List.of(workers.submit(first), workers.submit(second));
                    await().until(() -> PlatformDatabase.SERVER.waitingForALock() == 2);
                    return started;
                });
    }

    private static void lockPeriodOf(String username) {
        JDBC.sql(
                        """
                        select e.id from lms.enrolment e join lms.app_user u on u.id = user_id
                        where username = ? for update of e
                        """)
                .param(username)
                .query(Long.class)
                .single();
    }

    private static List<UnenrolmentRequest> everybody(ImportFixture file) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> file.row(i + 1, "learner" + i, "FIRE"))
                .toList();
    }

    private static void enrolEverybody() {
        JDBC.sql(
                        """
                        insert into lms.enrolment (user_id, activity_id, enrolled_at)
                        select u.id, a.id, now() - interval '1 day' from lms.app_user u, lms.activity a
                        order by hashint8(u.id)
                        """)
                .update();
    }
}
