package org.unenrol.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.LedgerDatabase.letPass;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.OutcomeCode;

class StalledImportsTests extends LedgerTestCase {

    /** In minutes, so that no delay of the machine counts. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofMinutes(35);
    private static final Duration ALMOST = Duration.ofMinutes(1);

    private static final Duration PRESUMED = Duration.ofHours(5);

    private final StalledImports stalled = new StalledImports(JDBC, PATIENCE, LONGEST, PRESUMED);

    @Test
    void findsAnImportWhenThePatienceIsOver() {
        UUID id = anImport().ofRows(5).dispatchedThrough(5);

        letPass(PATIENCE.minus(ALMOST));
        assertThat(found()).isEmpty();

        letPass(ALMOST);
        assertThat(found()).contains(id);
    }

    @Test
    void leavesAloneWhatIsNotPublishedYet() {
        anImport().ofRows(5).submitted();
        letPass(PATIENCE);

        assertThat(found()).isEmpty();
    }

    @Test
    void leavesAloneWhatHasAllItsOutcomes() {
        UUID id = anImport().dispatchedThrough(1);
        RECORDER.record(List.of(unenrolled(id, 1)));
        anImport().completedAs(OutcomeCode.UNENROLLED);
        letPass(PATIENCE);

        assertThat(found()).isEmpty();
    }

    @Test
    void waitsAnewAfterEachOutcome() {
        UUID id = anImport().ofRows(5).dispatchedThrough(5);
        letPass(PATIENCE);

        RECORDER.record(List.of(unenrolled(id, 2)));

        assertThat(found()).isEmpty();
    }

    @Test
    void isNotHeldUpByARepeatedOutcome() {
        UUID id = anImport().ofRows(5).dispatchedThrough(5);
        RECORDER.record(List.of(unenrolled(id, 2)));
        letPass(PATIENCE);

        RECORDER.record(List.of(unenrolled(id, 2)));

        assertThat(found()).contains(id);
    }

    /** Patience, doubled with each attempt, up to the longest interval. */
    @ParameterizedTest
    @CsvSource({"1, 20", "2, 35", "3, 35", "40, 35"})
    void growsItsIntervals(int attempts, long minutes) {
        UUID id = anImport().ofRows(5).dispatchedThrough(5);
        letPass(PATIENCE);
        for (int attempt = 1; attempt <= attempts; attempt++) {
            assertThat(found()).contains(id);
            if (attempt < attempts) {
                letPass(LONGEST);
            }
        }

        letPass(Duration.ofMinutes(minutes).minus(ALMOST));
        assertThat(found()).isEmpty();

        letPass(ALMOST);
        assertThat(found()).contains(id);
    }

    @Test
    void beginsWithTheShortIntervalAgainAfterProgress() {
        UUID id = anImport().ofRows(5).dispatchedThrough(5);
        letPass(PATIENCE);
        assertThat(found()).isPresent();
        letPass(LONGEST);
        assertThat(found()).isPresent();

        RECORDER.record(List.of(unenrolled(id, 2)));
        letPass(PATIENCE);
        assertThat(found()).contains(id);

        letPass(PATIENCE.multipliedBy(2));
        assertThat(found()).contains(id);
    }

    @Test
    void isTakenByOneOfTwoCallersWhoHaveSeenTheSame() {
        anImport().dispatchedThrough(1);
        letPass(PATIENCE);
        StalledImport seen = stalled.all().get(0);

        assertThat(stalled.take(seen)).isPresent();
        assertThat(stalled.take(seen)).isEmpty();
    }

    @Test
    void isNotWaitedForWhereAnotherSessionHasLockedIt() {
        UUID id = anImport().dispatchedThrough(1);
        letPass(PATIENCE);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            TRANSACTION.executeWithoutResult(
                    transaction -> {
                        assertThat(found()).contains(id);
                        assertThat(caller.submit(this::found))
                                .succeedsWithin(Duration.ofSeconds(20))
                                .isEqualTo(Optional.empty());
                    });
        } finally {
            caller.shutdownNow();
        }
    }

    @Test
    void keepsTheMarkUntilThereIsProgressOrAnAttempt() {
        UUID id = anImport().ofRows(5).dispatchedThrough(5);
        letPass(PATIENCE);
        ReadingMark mark = new ReadingMark("rows", "an id", List.of(7L, 0L, 12L), 5);
        assertThat(stalled.all().get(0).mark()).isNull();

        stalled.mark(stalled.all().get(0), new ReadingMark("earlier", "id", List.of(), 1));
        stalled.mark(stalled.all().get(0), mark);
        assertThat(stalled.all().get(0).mark()).isEqualTo(mark);

        RECORDER.record(List.of(unenrolled(id, 2)));
        letPass(PATIENCE);
        assertThat(stalled.all().get(0).mark()).isNull();

        stalled.mark(stalled.all().get(0), mark);
        stalled.take(stalled.all().get(0));
        assertThat(stalled.all().get(0).mark()).isNull();
    }

    /** At first after five hours, then twice and four times as long after the attempt before. */
    @Test
    void presumesRowsLostAfterALongTimeThatGrows() {
        anImport().ofRows(5).dispatchedThrough(5);
        for (int factor : new int[] {1, 2, 4, 4}) {
            letPass(PRESUMED.multipliedBy(factor).minus(ALMOST));
            assertThat(stalled.all().get(0).isPresumedLost()).isFalse();
            letPass(ALMOST);
            assertThat(stalled.all().get(0).isPresumedLost()).isTrue();
            stalled.take(stalled.all().get(0));
        }
    }

    @Test
    void isFoundAfterTheClockWasPutBack() {
        UUID id = anImport().ofRows(5).dispatchedThrough(5);
        letPass(Duration.ofHours(-1));

        assertThat(found()).contains(id);

        letPass(PATIENCE);
        assertThat(found()).isEmpty();
        letPass(PATIENCE);
        assertThat(found()).contains(id);
    }

    /** An attempt or a mark of the future hides nothing. */
    @Test
    void takesNoAttemptOrMarkOfTheFutureForNew() {
        anImport().ofRows(5).dispatchedThrough(5);
        letPass(PATIENCE);
        stalled.mark(stalled.all().get(0), new ReadingMark("rows", "an id", List.of(7L), 5));
        letPass("dispatch", Duration.ofHours(-12), "redispatch_at");
        letPass("reading_mark", Duration.ofHours(-12), "taken_at");
        letPass("progress", PRESUMED, "progress_at");

        assertThat(stalled.all().get(0).mark()).isNull();
        assertThat(stalled.all().get(0).isPresumedLost()).isTrue();
    }

    @Test
    void namesExactlyThePublishedRowsWithoutOutcome() {
        UUID id = anImport().ofRows(10).dispatchedThrough(8);
        UUID other = anImport().ofRows(10).dispatchedThrough(8);
        RECORDER.record(List.of(unenrolled(id, 1), unenrolled(id, 5), unenrolled(id, 8)));
        RECORDER.record(List.of(unenrolled(other, 2), unenrolled(id, 10)));
        letPass(PATIENCE);

        DispatchOrder order = orderOf(id);

        BitSet missing = new BitSet();
        List.of(2, 3, 4, 6, 7).forEach(missing::set);
        assertThat(stalled.missing(order, order.dispatchedThrough())).isEqualTo(missing);
    }

    @Test
    void countsWhatStandsStill() {
        anImport().dispatchedThrough(1);
        anImport().settledAs(OutcomeCode.UNENROLLED);
        anImport().completedAs(OutcomeCode.UNENROLLED);
        letPass(PATIENCE);
        anImport().submitted();

        assertThat(stalled.count(PATIENCE.minus(ALMOST))).isEqualTo(2);
        assertThat(stalled.count(PATIENCE.plus(ALMOST))).isZero();
    }

    @Test
    void countsResultsThatAreBuiltWithProgressOfTheFuture() {
        anImport().settledAs(OutcomeCode.UNENROLLED);
        letPass(Duration.ofHours(-1));

        assertThat(stalled.count(PATIENCE)).isEqualTo(1);
    }

    private Optional<UUID> found() {
        return stalled.all().stream()
                .filter(StalledImport::isDue)
                .flatMap(one -> stalled.take(one).stream())
                .map(DispatchOrder::importId)
                .findFirst();
    }

    private DispatchOrder orderOf(UUID id) {
        return stalled.all().stream()
                .map(StalledImport::order)
                .filter(order -> order.importId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
