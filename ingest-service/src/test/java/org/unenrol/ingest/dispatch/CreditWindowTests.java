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
        assertThat(window.size()).isEqualTo(500);
    }

    @Test
    void isWhatTheRateSettlesInTheTimeGiven() {
        settle(30_000, Duration.ofSeconds(1));

        assertThat(window.size()).isEqualTo(9_000);
    }

    @Test
    void isNeverLessThanAFewBatchesOnAFastPlatform() {
        settle(10_000, Duration.ofSeconds(1));

        assertThat(window.size()).isEqualTo(LEAST);
    }

    @Test
    void isNoMoreThanSecondsOfWorkOnASlowPlatform() {
        settle(100, Duration.ofSeconds(1));

        assertThat(window.size()).isEqualTo(300);
    }

    @Test
    void neverClosesForGood() {
        settle(1, Duration.ofMinutes(1));

        assertThat(window.size()).isPositive();
    }

    @Test
    void doesNotTakeTheTimeWithoutWorkForSlowness() {
        settle(10_000, Duration.ofSeconds(1));

        pass(Duration.ofHours(1), 0);
        settle(10_000, Duration.ofSeconds(1));

        assertThat(window.size()).isEqualTo(LEAST);
    }

    @Test
    void doesNotTakeANightWithoutWorkersForTheRate() {
        pass(Duration.ofHours(8), SOME);
        settle(100, Duration.ofSeconds(1));

        assertThat(window.size()).isEqualTo(30);
    }

    @Test
    void learnsFromAFileOfFewRowsOnlyThatThePlatformIsFaster() {
        window.observe(5, 5, false, after(Duration.ofSeconds(1)));
        assertThat(window.size()).isEqualTo(500);

        settle(100, Duration.ofSeconds(1));
        window.observe(5, 5, false, after(Duration.ofSeconds(1)));
        assertThat(window.size()).isEqualTo(300);

        window.observe(1_000, 1_000, false, after(Duration.ofSeconds(1)));
        assertThat(window.size()).isGreaterThan(2_000);
    }

    @Test
    void keepsTheRateWhileOutcomesComeInLumps() {
        settle(100, Duration.ofSeconds(1));

        for (int tenths = 1; tenths < 10; tenths++) {
            pass(Duration.ofMillis(100), SOME);
        }
        settle(100, Duration.ofMillis(100));

        assertThat(window.size()).isEqualTo(300);
    }

    @Test
    void doesNotTakeALumpFromManyWorkersForTheRate() {
        settle(100, Duration.ofSeconds(1));
        for (int second = 1; second <= 20; second++) {
            settle(300, Duration.ofMillis(110));
            settle(100, Duration.ofMillis(890));

            assertThat(window.size()).isBetween(300, 2_400);
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
