package org.unenrol.worker;

import java.util.concurrent.TimeUnit;

/**
 * The number of rows to settle before their outcomes are sent: about as many as are a fifth of a
 * second's work, so that on a slow platform outcomes still come steadily, and a few rows of another
 * import do not wait for long. What a call costs however few rows it has is told from what each row
 * costs by a straight line through the latest calls (least squares); where calls cost much, there
 * are more rows in each. Thread-safe.
 */
final class Pace {

    private static final int LEAST = 10;
    private static final int UNTIL_KNOWN = 100;
    private static final int MOST = 1_000_000;

    /** The share of the weight of all earlier calls that is left after each. */
    private static final double REMEMBERED = 0.9;

    /** As a part of the mean square of the sizes: with less, no line can be told from another. */
    private static final double LEAST_SPREAD = 0.001;

    /** Now and then a call is larger, as equal ones tell nothing about their fixed cost. */
    private static final int PROBED = 8;

    private static final double CHANGED = 4;

    /** In seconds. */
    private static final double SHORT = 0.2;

    private static final double OUTWEIGHED = 4;

    private double weight;
    private double sizes;
    private double times;
    private double squares;
    private double products;
    private double fixed;
    private int calls;
    private int rows = UNTIL_KNOWN;

    /** At least ten. */
    synchronized int rows() {
        return calls % PROBED == PROBED - 1 ? rows + rows / 2 : rows;
    }

    /** Takes in how long a call took that settled so many rows. */
    synchronized void took(int settled, long nanos) {
        if (settled == 0) {
            return;
        }
        double seconds = nanos / (double) TimeUnit.SECONDS.toNanos(1);
        if (isOfAnotherPlatform(settled, seconds)) {
            forget();
        }
        remember(settled, seconds);
        calls++;
        double each = secondsEach();
        double wanted = secondsOfRows() / Math.max(each, 1.0 / MOST);
        rows =
                (int)
                        Math.max(
                                LEAST,
                                Math.min(wanted, Math.min(MOST, 2.0 * Math.max(rows, settled))));
    }

    /**
     * Up to a second, four times as long as what a call costs by itself; and never less than that.
     */
    private double secondsOfRows() {
        return Math.max(Math.max(SHORT, fixed), Math.min(1, OUTWEIGHED * fixed));
    }

    /** Calls that take much longer, or much less long, than foreseen tell that all has changed. */
    private boolean isOfAnotherPlatform(int size, double seconds) {
        double foreseen = weight == 0 ? seconds : fixed + size * secondsEach();
        return Math.abs(seconds - foreseen) > 1
                && (seconds > CHANGED * foreseen || foreseen > CHANGED * seconds);
    }

    private void forget() {
        weight = 0;
        sizes = 0;
        times = 0;
        squares = 0;
        products = 0;
        fixed = 0;
    }

    private void remember(double size, double seconds) {
        weight = weight * REMEMBERED + 1;
        sizes = sizes * REMEMBERED + size;
        times = times * REMEMBERED + seconds;
        squares = squares * REMEMBERED + size * size;
        products = products * REMEMBERED + size * seconds;
    }

    /** The slope of the line, where there is one; its beginning is the fixed cost. */
    private double secondsEach() {
        double spread = weight * squares - sizes * sizes;
        if (spread > LEAST_SPREAD * weight * squares) {
            double slope = (weight * products - sizes * times) / spread;
            fixed = Math.max(0, Math.min(times, times - Math.max(0, slope) * sizes) / weight);
        }
        return Math.max(0, times / weight - fixed) / (sizes / weight);
    }
}
