package org.unenrol.ingest.dispatch;

import java.util.List;
import org.unenrol.ledger.dispatch.DispatchProgress;

/**
 * The number of rows that each import may publish now: all of those that have rows left get an
 * equal share of what is free in the window. Rows that have stood still for long take no room from
 * others.
 *
 * @param rows how many rows of one import may be under way
 */
record FairShare(int rows) {

    /** An import with nothing under way never waits for others to publish these. */
    private static final int FEW = 10;

    static FairShare of(int window, List<DispatchProgress> imports) {
        int taken = 0;
        int sharing = 0;
        for (DispatchProgress one : imports) {
            if (one.hasRowsLeft() && (one.isHeld() || !one.standsStill())) {
                sharing++;
            } else if (!one.standsStill()) {
                taken += one.underWay();
            }
        }
        return new FairShare(Math.max(0, window - taken) / Math.max(1, sharing));
    }

    /** Of a share of fewer rows, which is one of a slow platform, no worker is to wait for more. */
    private static final int MANY = 1_000;

    /**
     * Tells how many more rows of an import may be published: none before half of its share is
     * free, so that workers get few large batches and not many small ones; of a small share, a
     * fifth.
     */
    int credit(DispatchProgress one) {
        int underWay = one.underWay();
        if (underWay == 0) {
            return Math.max(FEW, rows);
        }
        int wanted = rows < MANY ? rows * 4 / 5 : rows / 2;
        return underWay > wanted ? 0 : rows - underWay;
    }
}
