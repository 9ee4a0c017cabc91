package org.unenrol.portal.imports;

import java.util.Comparator;
import java.util.List;
import org.unenrol.portal.impact.ActivityImpact;
import org.unenrol.portal.impact.Impact;
import org.unenrol.portal.impact.Thresholds;

/**
 * The activities as a page shows them: what is unusual first, and no more than can be read.
 *
 * @param further how many more there are
 */
record ImpactTable(List<Line> lines, int further) {

    private static final int MOST = 200;

    static ImpactTable of(Impact impact, Thresholds thresholds) {
        List<Line> all =
                impact.activities().stream()
                        .map(one -> new Line(one, isUnusual(one, thresholds)))
                        .sorted(Comparator.comparing(line -> !line.unusual()))
                        .toList();
        List<Line> shown = all.subList(0, Math.min(MOST, all.size()));
        return new ImpactTable(shown, all.size() - shown.size());
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
