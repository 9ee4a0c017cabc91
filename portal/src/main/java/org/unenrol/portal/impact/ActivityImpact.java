package org.unenrol.portal.impact;

import org.jspecify.annotations.Nullable;

/**
 * The effect on one activity.
 *
 * @param id the platform's
 * @param leaving learners who would be unenrolled
 * @param enrolled learners who are enrolled at this moment; null where the platform does not tell
 * @param emails to these learners, and to others whom the file names
 */
public record ActivityImpact(
        String id,
        @Nullable String reference,
        @Nullable String title,
        int leaving,
        @Nullable Integer enrolled,
        int emails) {

    private static final int PERCENT = 100;

    /** Tells whether nobody would be left. */
    public boolean isEverybody() {
        return enrolled != null && leaving > 0 && leaving >= enrolled;
    }

    /** The share of its learners who would leave, in percent from 0 to 100; 0 where unknown. */
    public int percent() {
        return enrolled == null || enrolled == 0
                ? 0
                : (int) Math.min(PERCENT, (long) PERCENT * leaving / enrolled);
    }
}
