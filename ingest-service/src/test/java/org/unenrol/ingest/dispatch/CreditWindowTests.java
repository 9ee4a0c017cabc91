package org.unenrol.ingest.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CreditWindowTests {

    private static final int LEAST = 5_000;
    private static final int SOME = 100;

    private final CreditWindow window = new CreditWindow(LEAST, Duration.ofMillis(300), 0);

    private long now;

    @Test
    void beginsSmallWhileNobodyKnowsHowFastThePlatformIs() {
        assertThat(window.size(Duration.ZERO)).isEqualTo(500);
    }

    @Test
    void isWhatTheRateSettlesInTheTimeGiven() {
        settle(30_000, Duration.ofSeconds(1));

        assertThat(window.size(Duration.ZERO)).isEqualTo(9_000);
    }

    @Test
    void isNeverLessThanAFewBatchesOnAFastPlatform() {
        settle(10_000, Duration.ofSeconds(1));

        assertThat(window.size(Duration.ZERO)).isEqualTo(LEAST);
    }

    @Test
    void isNoMoreThanALittleOverHalfASecondsWorkOnASlowPlatform() {
        settle(100, Duration.ofSeconds(1));

        assertThat(window.size(Duration.ZERO)).isEqualTo(60);
        assertThat(window.size(Duration.ofMillis(200))).isEqualTo(60);
    }

    @Test
    void isTwoCallsToAPlatformWhoseCallsTakeLong() {
        settle(100, Duration.ofSeconds(1));

        assertThat(window.size(Duration.ofSeconds(2))).isEqualTo(400);
        assertThat(window.size(Duration.ofHours(1))).isEqualTo(LEAST);
    }

    /**
     * Of a platform that takes a second for each call and two milliseconds for each row, with eight
     * callers; a window that were too small would have smaller calls, a lower rate, and be smaller
     * still.
     */
    @Test
    void doesNotStarveAPlatformWhoseCallsCostASecond() {
        int callers = 8;
        int underWay = CreditWindow.UNTIL_KNOWN;
        for (int round = 0; round < 30; round++) {
            double call = 1 + 0.002 * underWay / callers;
            settle(underWay, Duration.ofMillis((long) (1_000 * call)));
            underWay = window.size(Duration.ofMillis((long) (1_000 * call)));
        }

        assertThat(underWay).isGreaterThan(4_000);
    }

    @Test
    void neverClosesForGood() {
        settle(1, Duration.ofMinutes(1));

        assertThat(window.size(Duration.ZERO)).isPositive();
    }

    @Test
    void doesNotTakeTheTimeWithoutWorkForSlowness() {
        settle(10_000, Duration.ofSeconds(1));

        pass(Duration.ofHours(1), 0);
        settle(10_000, Duration.ofSeconds(1));

        assertThat(window.size(Duration.ZERO)).isEqualTo(LEAST);
    }

    @Test
    void doesNotTakeANightWithoutWorkersForTheRate() {
        pass(Duration.ofHours(8), SOME);
        settle(100, Duration.ofSeconds(1));

        assertThat(window.size(Duration.ZERO)).isEqualTo(6);
    }

    @Test
    void learnsFromAFileOfFewRowsOnlyThatThePlatformIsFaster() {
        window.observe(5, 5, false, after(Duration.ofSeconds(1)));
        assertThat(window.size(Duration.ZERO)).isEqualTo(500);

        settle(100, Duration.ofSeconds(1));
        window.observe(5, 5, false, after(Duration.ofSeconds(1)));
        assertThat(window.size(Duration.ZERO)).isEqualTo(60);

        window.observe(1_000, 1_000, false, after(Duration.ofSeconds(1)));
        assertThat(window.size(Duration.ZERO)).isGreaterThan(400);
    }

    @Test
    void keepsTheRateWhileOutcomesComeInLumps() {
        settle(100, Duration.ofSeconds(1));

        for (int tenths = 1; tenths < 10; tenths++) {
            pass(Duration.ofMillis(100), SOME);
        }
        settle(100, Duration.ofMillis(100));

        assertThat(window.size(Duration.ZERO)).isEqualTo(60);
    }

    @Test
    void doesNotTakeALumpFromManyWorkersForTheRate() {
        settle(100, Duration.ofSeconds(1));
        for (int second = 1; second <= 20; second++) {
            settle(300, Duration.ofMillis(110));
            settle(100, Duration.ofMillis(890));

            assertThat(window.size(Duration.ZERO)).isBetween(60, 480);
        }
    }

    private void settle(int rows, Duration in) {
        window.observe(rows, rows, true, after(in));
    }

    private void pass(Duration time, int underWay) {
        window.observe(0, underWay, true, after(time));
    }

    private long after(Duration time) {
        now += time.toNanos();
        return now;
    }
}
