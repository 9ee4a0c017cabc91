package org.unenrol.ingest.dispatch;

import java.time.Duration;

/**
 * The number of rows of all imports together that may be under way: what their measured rate
 * settles in a given time, and never less than a few batches, as long as these are no more than 600
 * ms of work, or two calls to a platform whose calls take longer: one that it is at, and one that
 * waits. For one thread.
 */
final class CreditWindow {

    static final int UNTIL_KNOWN = 500;
    private static final double FEW_SECONDS = 0.6;
    private static final double CALLS = 2;
    private static final double REMEMBERED_SECONDS = 0.5;
    private static final long SHORTEST_MEASURE_NANOS = Duration.ofMillis(100).toNanos();

    /** A longer silence tells of a standstill and not of a rate. */
    private static final long LONGEST_MEASURE_NANOS = Duration.ofSeconds(10).toNanos();

    private final int least;
    private final double seconds;
    private double rowsPerSecond;
    private int settled;
    private boolean couldHaveMore;
    private long since;

    /**
     * Begins without a rate.
     *
     * @param now in nanoseconds, as {@link System#nanoTime()} counts
     */
    CreditWindow(int least, Duration workAhead, long now) {
        this.least = least;
        this.seconds = workAhead.toNanos() / 1e9;
        this.since = now;
    }

    /**
     * Notes how many rows have got their outcome since the last time. Those of a slow platform come
     * in lumps: a rate is that of the time since the lump before.
     *
     * @param underWay how many rows were under way before; time in which none was is no measure
     * @param isFull whether more rows would be under way if they were allowed to; if not, the rate
     *     is that of the demand, and the platform can do at least as much
     */
    void observe(int newlySettled, int underWay, boolean isFull, long now) {
        settled += newlySettled;
        couldHaveMore |= !isFull;
        if (settled == 0 && underWay == 0) {
            begin(now);
        }
        long elapsed = now - since;
        if (settled > 0 && elapsed >= SHORTEST_MEASURE_NANOS) {
            remember(Math.min(elapsed, LONGEST_MEASURE_NANOS) / 1e9);
            begin(now);
        }
    }

    private void begin(long now) {
        settled = 0;
        couldHaveMore = false;
        since = now;
    }

    /** By its length in time: of lumps that come close together, none is taken for the rule. */
    private void remember(double elapsed) {
        double measured = settled / elapsed;
        if (couldHaveMore && (rowsPerSecond <= 0 || measured < rowsPerSecond)) {
            return;
        }
        double weight = rowsPerSecond > 0 ? 1 - Math.exp(-elapsed / REMEMBERED_SECONDS) : 1;
        rowsPerSecond += weight * (measured - rowsPerSecond);
    }

    /**
     * Tells how many rows may be under way.
     *
     * @param call how long the platform takes for a call; zero where that is not worth telling
     */
    int size(Duration call) {
        if (rowsPerSecond <= 0) {
            return Math.min(least, UNTIL_KNOWN);
        }
        double fewSeconds = Math.max(FEW_SECONDS, CALLS * call.toMillis() / 1e3);
        double few = Math.min(least, rowsPerSecond * fewSeconds);
        return (int) Math.max(1, Math.max(few, rowsPerSecond * seconds));
    }
}
