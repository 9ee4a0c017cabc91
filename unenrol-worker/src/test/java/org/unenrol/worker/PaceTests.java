package org.unenrol.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On platforms whose calls cost something, and each row something more. */
class PaceTests {

    private static final int CALLS = 200;

    private final Pace pace = new Pace();
    private final Random random = new Random(1);
    private double seconds;
    private int rows;

    /** The most that can be done is the inverse of what a row costs. */
    @ParameterizedTest
    @CsvSource({
        "1.0,   0.001,   400",
        "3.0,   0.002,   200",
        "1.0,   0.00001, 1300",
        "0.9,   0.001,   400",
        "0.1,   0.01,    80",
        "0.003, 0.00003, 20000"
    })
    void isNearTheBestThatAPlatformCanDo(double fixed, double each, int rowsPerSecond) {
        settle(fixed, each, 0);

        assertThat(rows / seconds).isGreaterThan(rowsPerSecond);
    }

    @Test
    void holdsWhereTimesVaryByHalf() {
        settle(1, 0.001, 0.5);

        assertThat(rows / seconds).isGreaterThan(350);
    }

    @Test
    void isAFifthOfASecondsWorkWhereCallsCostLittle() {
        settle(0.001, 0.002, 0);

        assertThat(pace.rows()).isBetween(80, 160);
    }

    @Test
    void isNeverLessThanAFewRows() {
        settle(0, 60, 0);

        assertThat(pace.rows()).isBetween(10, 20);
    }

    /**
     * A fifth of the time is a turn of a batch, see BatchHandling; a call may come on top of it.
     */
    @Test
    void keepsTheSilenceShorterThanAPollMayTakeWhereARowTakesTwoSeconds() {
        double poll = 300;
        double longest = 0;
        for (int call = 0; call < CALLS; call++) {
            int size = Math.min(2_000, pace.rows());
            double time = 2.0 * size;
            longest = Math.max(longest, time);
            pace.took(size, (long) (time * 1e9));
        }

        assertThat(longest).isLessThan(poll - poll / 5);
    }

    @Test
    void recoversFromAStall() {
        settle(0.003, 0.0001, 0);
        for (int i = 0; i < 5; i++) {
            pace.took(pace.rows(), 30_000_000_000L);
        }
        rows = 0;
        seconds = 0;

        settle(0.003, 0.0001, 0);

        assertThat(rows / seconds).isGreaterThan(5_000);
    }

    @Test
    void slowsDownAtOnceWithThePlatform() {
        settle(0.003, 0.0001, 0);
        int before = Math.min(2_000, pace.rows());
        pace.took(before, (long) (0.1e9 * before));

        assertThat(pace.rows()).isLessThanOrEqualTo(20);
    }

    @Test
    void bearsCallsWithoutRowsAndWorkThatTookNoTime() {
        pace.took(0, 1_000_000_000);
        pace.took(2_000, 0);

        assertThat(pace.rows()).isGreaterThanOrEqualTo(2_000);
    }

    /** As many calls as a poll's 2,000 rows allow. */
    private void settle(double fixed, double each, double noise) {
        for (int call = 0; call < CALLS; call++) {
            int size = Math.min(2_000, pace.rows());
            double time = (fixed + each * size) * (1 + noise * (random.nextDouble() - 0.5));
            pace.took(size, (long) (time * 1e9));
            if (call > CALLS / 2) {
                rows += size;
                seconds += time;
            }
        }
    }
}
