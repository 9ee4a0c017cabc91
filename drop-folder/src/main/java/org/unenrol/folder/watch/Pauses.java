package org.unenrol.folder.watch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Pauses that double with each failure, up to five minutes. For one thread. */
final class Pauses {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final LongSupplier nanoTime;
    private int failures;
    private long failedAt;

    Pauses(Duration first, LongSupplier nanoTime) {
        this.first = first;
        this.nanoTime = nanoTime;
    }

    boolean isOver() {
        return failures == 0 || nanoTime.getAsLong() - failedAt >= current().toNanos();
    }

    private Duration current() {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** The next pause is longer than the one before. */
    void failed() {
        failures++;
        failedAt = nanoTime.getAsLong();
    }

    void succeeded() {
        failures = 0;
    }
}
