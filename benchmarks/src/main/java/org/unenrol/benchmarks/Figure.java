package org.unenrol.benchmarks;

/**
 * One number that was measured.
 *
 * @param target what the product is meant to reach, in words; empty where it is only told
 */
record Figure(String what, double value, String unit, String target) {

    static Figure of(String what, double value, String unit) {
        return new Figure(what, value, unit, "");
    }

    static Figure ratio(String what, double value, String target) {
        return new Figure(what, value, "×", target);
    }
}
