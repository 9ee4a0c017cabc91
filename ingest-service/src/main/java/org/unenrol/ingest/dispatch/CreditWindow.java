package org.unenrol.ingest.dispatch;

import java.time.Duration;

/**
 * How many rows of an import may be under way: what its measured rate settles in a given time, and
 * never less than a few batches, as long as these are no more than some seconds of work. For one
 * thread.
 */
final class CreditWindow {

    private static final int UNTIL_KNOWN = 2_000;
    private static final double LONGEST_SECONDS = 3;
    private static final double REMEMBERED_SECONDS = 0.5;
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

    /**
     * Notes how many rows have an outcome by now. Those of a slow platform come in lumps: a rate is
     * that of the time since the lump before.
     */
    void observe(int receivedNow, long now) {
        long elapsed = now - since;
        if (receivedNow == received || elapsed < SHORTEST_MEASURE_NANOS) {
            return;
        }
        // Fewer than at the begin: the one who dispatched before had rows under way.
        if (receivedNow > received) {
            remember(receivedNow - received, elapsed / 1e9);
        }
        received = receivedNow;
        since = now;
    }

    /** By its length in time: of lumps that come close together, none is taken for the rule. */
    private void remember(int rows, double elapsed) {
        double weight = rowsPerSecond > 0 ? 1 - Math.exp(-elapsed / REMEMBERED_SECONDS) : 1;
        rowsPerSecond += weight * (rows / elapsed - rowsPerSecond);
    }

    /**
     * How many more rows may be published while so many are under way: none before half of the
     * window is free, so that workers get few large batches and not many small ones.
     */
    int credit(int underWay) {
        int window = size();
        return underWay > window / 2 ? 0 : window - underWay;
    }

    private int size() {
        if (rowsPerSecond <= 0) {
            return Math.min(least, UNTIL_KNOWN);
        }
        double few = Math.min(least, rowsPerSecond * LONGEST_SECONDS);
        return (int) Math.max(1, Math.max(few, rowsPerSecond * seconds));
    }
}
