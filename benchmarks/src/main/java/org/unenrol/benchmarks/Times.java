package org.unenrol.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations of the same thing, taken again and again. */
final class Times {

    private static final double NANOS = 1e9;

    private final List<Duration> all = new ArrayList<>();

    void add(Duration time) {
        all.add(time);
    }

    double medianMillis() {
        return percentileMillis(0.5);
    }

    double percentileMillis(double part) {
        List<Duration> sorted = all.stream().sorted().toList();
        int index = (int) Math.ceil(part * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)).toNanos() / 1e6;
    }

    double rowsPerSecond(int rows) {
        return rows / (medianMillis() * 1e6 / NANOS);
    }
}
