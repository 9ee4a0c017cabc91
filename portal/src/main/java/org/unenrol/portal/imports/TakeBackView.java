package org.unenrol.portal.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.platform.TakeBackForecast.Outlook;

/**
 * A take-back as it is told before it begins.
 *
 * @param rows how many it has
 * @param chosen those that were chosen; empty for all
 * @param outlook what it would come to; null on a platform that does not tell
 */
record TakeBackView(int rows, List<Integer> chosen, @Nullable Outlook outlook) {

    /** Learners who would get their place again, as far as the platform tells. */
    public int learners() {
        return outlook == null ? rows : outlook.toGive();
    }
}
