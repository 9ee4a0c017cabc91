package org.unenrol.portal.imports;

import java.util.Comparator;
import java.util.List;
import org.unenrol.portal.impact.ActivityImpact;
import org.unenrol.portal.impact.Impact;
import org.unenrol.portal.impact.Thresholds;

/**
 * The activities as a page shows them: what is unusual first, and no more than can be read.
 *
 * @param lines those that are seen at once
 * @param folded those that are seen when they are asked for
 * @param further how many more there are
 */
record ImpactTable(List<Line> lines, List<Line> folded, int further) {

    private static final int SEEN = 15;
    private static final int MOST = 500;

    static ImpactTable of(Impact impact, Thresholds thresholds) {
        List<Line> all =
                impact.activities().stream()
                        .map(one -> new Line(one, isUnusual(one, thresholds)))
                        .sorted(Comparator.comparing(line -> !line.unusual()))
                        .toList();
        int seen = Math.min(SEEN, all.size());
        int shown = Math.min(MOST, all.size());
        return new ImpactTable(all.subList(0, seen), all.subList(seen, shown), all.size() - shown);
    }

    private static boolean isUnusual(ActivityImpact one, Thresholds thresholds) {
        return one.isEverybody() || thresholds.areReachedBy(one);
    }

    /** Tells whether the platform tells how many are enrolled. */
    public boolean isTold() {
        return lines.stream().anyMatch(line -> line.activity().enrolled() != null);
    }

    /**
     * An activity.
     *
     * @param unusual everybody leaves, or so many that the number has to be typed
     */
    record Line(ActivityImpact activity, boolean unusual) {}
}
