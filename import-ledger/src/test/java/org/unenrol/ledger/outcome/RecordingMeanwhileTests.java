package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.LEASES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.SERVER;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.LedgerDatabase.lock;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;
import static org.unenrol.ledger.OutcomeFixture.noticed;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.model.ImportState;
import org.unenrol.model.RowOutcome;

/** Concurrent work on an import while its outcomes are being recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingMeanwhileTests extends LedgerTestCase {

    private ExecutorService notifier;

    @BeforeAll
    void startNotifier() {
        notifier = Executors.newSingleThreadExecutor();
    }

    @AfterAll
    void stopNotifier() {
        notifier.shutdownNow();
    }

    @Test
    void recordsNothingOfAnImportThatEndsMeanwhile() throws Exception {
        UUID ended = anImport().ofRows(3).submitted();
        UUID other = anImport().submitted();

        Future<Set<UUID>> completed =
                TRANSACTION.execute(
                        transaction -> {
                            RESULTS.fail(ended, Damage.fileUnreadable());
                            return recordUntilItWaits(noticed(ended, 1), unenrolled(other, 1));
                        });

        assertThat(completed.get()).isEqualTo(Set.of(other));
        assertThat(find(ended).state()).isEqualTo(ImportState.FAILED);
        assertThat(find(ended).progress().received()).isZero();
        assertThat(rowsOf("row_outcome")).isEqualTo(1);
        assertThat(rowsOf("mail where kind = 'LEARNER_UNENROLMENT'")).isZero();
    }

    @Test
    void keepsNoDispatcherWaitingWhileItWritesOutcomes() throws Exception {
        UUID id = anImport().ofRows(2).submitted();

        Future<Set<UUID>> completed =
                TRANSACTION.execute(
                        transaction -> {
                            recordForAnother(id, 1);
                            Future<Set<UUID>> second = recordUntilItWaits(unenrolled(id, 1));
                            assertThat(LEASES.acquire(UUID.randomUUID())).isPresent();
                            transaction.setRollbackOnly();
                            return second;
                        });

        assertThat(completed.get()).isEmpty();
        assertThat(find(id).progress().received()).isEqualTo(1);
    }

    @Test
    void holdsUpNoOtherImportsWhereOneIsLocked() {
        UUID locked = anImport().ofRows(2).submitted();
        UUID other = anImport().submitted();
        List<RowOutcome> outcomes = List.of(unenrolled(locked, 1), unenrolled(other, 1));

        TRANSACTION.executeWithoutResult(
                transaction -> {
                    lock(locked);
                    assertThat(
                                    notifier.submit(
                                            () -> RECORDER.recordUnlocked(outcomes, Duration.ZERO)))
                            .succeedsWithin(Duration.ofSeconds(20))
                            .isEqualTo(Set.of(other));
                    assertThat(notifier.submit(() -> RECORDER.record(outcomes)))
                            .failsWithin(Duration.ofSeconds(20))
                            .withThrowableOfType(ExecutionException.class)
                            .withCauseInstanceOf(ImportLockedException.class);
                });

        assertThat(find(locked).progress().received()).isZero();
        assertThat(rowsOf("row_outcome")).isEqualTo(1);
        assertThat(RECORDER.recordUnlocked(outcomes, Duration.ZERO)).isEmpty();
        assertThat(find(locked).progress().received()).isEqualTo(1);
    }

    private Future<Set<UUID>> recordUntilItWaits(RowOutcome... outcomes) {
        Future<Set<UUID>> recording = notifier.submit(() -> RECORDER.record(List.of(outcomes)));
        await().until(() -> SERVER.waitingForALock() == 1);
        return recording;
    }

    /** Records the same outcome as another notifier would, and does not commit yet. */
    private static void recordForAnother(UUID id, int row) {
        JDBC.sql(
                        """
                        insert into imports.row_outcome (import_id, row, line, code)
                        values (?, ?, 1, 'UNENROLLED')
                        """)
                .params(id, row)
                .update();
    }
}
