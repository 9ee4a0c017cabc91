package org.unenrol.worker;

import java.util.concurrent.TimeUnit;

/**
 * How many rows to settle before their outcomes are sent: as many as take the platform about a
 * second. On a slow one outcomes then still come steadily, and their rows are not thought lost.
 * Thread-safe.
 */
final class Pace {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int UNTIL_KNOWN = 100;

    private volatile int rows = UNTIL_KNOWN;

    /** At least one. */
    int rows() {
        return rows;
    }

    /** Takes in how long rows took. */
    void took(int settled, long nanos) {
        rows = (int) Math.max(1, NANOS / Math.max(1, nanos) * settled);
    }
}
