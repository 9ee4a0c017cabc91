package org.unenrol.ingest.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.dispatch.DispatchProgress;

class FairShareTests {

    private static final int WINDOW = 1_000;
    private static final int ROWS = 10_000;

    @Test
    void givesTheWholeWindowToAnImportThatIsAlone() {
        DispatchProgress alone = claimed(0);

        assertThat(FairShare.of(WINDOW, List.of(alone)).credit(alone)).isEqualTo(WINDOW);
    }

    @Test
    void dividesTheWindowAmongAllThatHaveRowsLeft() {
        DispatchProgress one = claimed(0);

        FairShare share = FairShare.of(WINDOW, List.of(one, claimed(400), claimed(0), claimed(0)));

        assertThat(share.credit(one)).isEqualTo(250);
    }

    @Test
    void countsWhatIsUnderWayOfThoseThatHaveNoRowsLeft() {
        DispatchProgress one = claimed(0);

        FairShare share = FairShare.of(WINDOW, List.of(one, allClaimed(600, false)));

        assertThat(share.credit(one)).isEqualTo(400);
    }

    @Test
    void givesNoRoomToRowsThatHaveStoodStillForLong() {
        DispatchProgress one = claimed(0);

        FairShare share = FairShare.of(WINDOW, List.of(one, allClaimed(ROWS, true)));

        assertThat(share.credit(one)).isEqualTo(WINDOW);
    }

    @Test
    void waitsUntilHalfOfTheShareIsFreeSoThatBatchesAreLarge() {
        FairShare share = new FairShare(WINDOW);

        assertThat(share.credit(claimed(WINDOW))).isZero();
        assertThat(share.credit(claimed(WINDOW / 2 + 1))).isZero();
        assertThat(share.credit(claimed(WINDOW / 2))).isEqualTo(WINDOW / 2);
    }

    @Test
    void waitsOnlyUntilAFifthIsFreeOnASlowPlatformSoThatNoWorkerIsIdle() {
        FairShare share = new FairShare(200);

        assertThat(share.credit(claimed(161))).isZero();
        assertThat(share.credit(claimed(160))).isEqualTo(40);
    }

    @Test
    void letsAFewRowsPassHoweverFullTheWindowIs() {
        DispatchProgress one = claimed(0);

        FairShare share = FairShare.of(WINDOW, List.of(one, allClaimed(5 * WINDOW, false)));

        assertThat(share.credit(one)).isEqualTo(10);
        assertThat(share.credit(claimed(1))).isZero();
    }

    private static DispatchProgress claimed(int rows) {
        return new DispatchProgress(
                UUID.randomUUID(), true, false, 0, rows, ROWS, 0, false, false, Duration.ZERO);
    }

    private static DispatchProgress allClaimed(int underWay, boolean standsStill) {
        return new DispatchProgress(
                UUID.randomUUID(),
                false,
                false,
                underWay,
                underWay,
                underWay,
                0,
                false,
                standsStill,
                Duration.ZERO);
    }
}
