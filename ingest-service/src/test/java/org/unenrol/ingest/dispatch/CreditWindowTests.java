package org.unenrol.ingest.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CreditWindowTests {

    private static final int LEAST = 5_000;

    private final CreditWindow window = new CreditWindow(LEAST, Duration.ofMillis(300), 0, 0);

    @Test
    void beginsSmallWhileNobodyKnowsHowFastThePlatformIs() {
        assertThat(window.credit(0)).isEqualTo(2_000);
    }

    @Test
    void isWhatTheRateSettlesInTheTimeGiven() {
        settle(30_000, Duration.ofSeconds(1));

        assertThat(window.credit(0)).isEqualTo(9_000);
    }

    @Test
    void isNeverLessThanAFewBatchesOnAFastPlatform() {
        settle(10_000, Duration.ofSeconds(1));

        assertThat(window.credit(0)).isEqualTo(LEAST);
    }

    @Test
    void isNoMoreThanSecondsOfWorkOnASlowPlatform() {
        settle(100, Duration.ofSeconds(1));

        assertThat(window.credit(0)).isEqualTo(300);
    }

    @Test
    void learnsTheRateAlsoAfterAnotherLeftRowsUnderWay() {
        CreditWindow takenOver = new CreditWindow(LEAST, Duration.ofMillis(300), 50_000, 0);

        takenOver.observe(45_000, nanos(Duration.ofSeconds(1)));
        takenOver.observe(45_100, nanos(Duration.ofSeconds(2)));

        assertThat(takenOver.credit(0)).isEqualTo(300);
    }

    @Test
    void neverClosesForGood() {
        settle(1, Duration.ofMinutes(1));

        assertThat(window.credit(0)).isPositive();
    }

    @Test
    void keepsTheRateWhileOutcomesComeInLumps() {
        settle(100, Duration.ofSeconds(1));

        for (int tenths = 11; tenths < 20; tenths++) {
            window.observe(100, nanos(Duration.ofMillis(100L * tenths)));
        }
        window.observe(200, nanos(Duration.ofSeconds(2)));

        assertThat(window.credit(0)).isEqualTo(300);
    }

    @Test
    void doesNotTakeALumpFromManyWorkersForTheRate() {
        for (int second = 1; second <= 20; second++) {
            int before = 400 * (second - 1);
            settle(before + 100, Duration.ofSeconds(second));
            settle(before + 400, Duration.ofMillis(1_000L * second + 110));

            assertThat(window.credit(0)).isBetween(300, 2_400);
        }
    }

    @Test
    void opensWhenHalfOfItIsFreeSoThatBatchesAreLarge() {
        settle(10_000, Duration.ofSeconds(1));

        assertThat(window.credit(LEAST)).isZero();
        assertThat(window.credit(LEAST / 2 + 1)).isZero();
        assertThat(window.credit(LEAST / 2)).isEqualTo(LEAST / 2);
    }

    private void settle(int rows, Duration in) {
        window.observe(rows, nanos(in));
    }

    private static long nanos(Duration time) {
        return time.toNanos();
    }
}
