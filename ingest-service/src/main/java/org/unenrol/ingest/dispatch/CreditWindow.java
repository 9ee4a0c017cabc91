package org.unenrol.ingest.dispatch;

import java.time.Duration;

/**
 * How many rows of an import may be under way: what its measured rate settles in a given time, and
 * never less than a few batches. For one thread.
 */
final class CreditWindow {

    private static final double WEIGHT_OF_NEWEST = 0.3;
    private static final long SHORTEST_MEASURE_NANOS = Duration.ofMillis(100).toNanos();

    private final int least;
    private final double seconds;
    private double rowsPerSecond;
    private int received;
    private long since;

    /**
     * Begins without a rate.
     *
     * @param received how many rows have an outcome already
     * @param now in nanoseconds, as {@link System#nanoTime()} counts
     */
    CreditWindow(int least, Duration workAhead, int received, long now) {
        this.least = least;
        this.seconds = workAhead.toNanos() / 1e9;
        this.received = received;
        this.since = now;
    }

    /** Notes how many rows have an outcome by now. */
    void observe(int receivedNow, long now) {
        long elapsed = now - since;
        if (elapsed < SHORTEST_MEASURE_NANOS) {
            return;
        }
        double measured = (receivedNow - received) * 1e9 / elapsed;
        rowsPerSecond += WEIGHT_OF_NEWEST * (measured - rowsPerSecond);
        received = receivedNow;
        since = now;
    }

    /** How many more rows may be published while so many are under way. */
    int credit(int underWay) {
        int window = (int) Math.max(least, rowsPerSecond * seconds);
        return Math.max(0, window - underWay);
    }
}
