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
import java.util.concurrent.Future;
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

    private final StalledImports stalled = new StalledImports(JDBC, PATIENCE, LONGEST);

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
    void givesTwoCallersTwoImportsAtTheSameMoment() {
        UUID one = anImport().dispatchedThrough(1);
        UUID other = anImport().dispatchedThrough(1);
        letPass(PATIENCE);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            TRANSACTION.executeWithoutResult(
                    transaction -> {
                        UUID first = found().orElseThrow();
                        Future<Optional<UUID>> second = caller.submit(this::found);
                        assertThat(second)
                                .succeedsWithin(Duration.ofSeconds(20))
                                .isEqualTo(Optional.of(first.equals(one) ? other : one));
                    });
        } finally {
            caller.shutdownNow();
        }
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
        assertThat(stalled.missing(order)).isEqualTo(missing);
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

    private Optional<UUID> found() {
        return stalled.next().map(DispatchOrder::importId);
    }

    private DispatchOrder orderOf(UUID id) {
        DispatchOrder order = stalled.next().orElseThrow();
        return order.importId().equals(id) ? order : orderOf(id);
    }
}
