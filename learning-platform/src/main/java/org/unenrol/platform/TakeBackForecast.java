package org.unenrol.platform;

import java.util.UUID;
import org.unenrol.model.ManagedAreas;

/** The foresight of a platform that can tell what a take-back would come to. */
public interface TakeBackForecast {

    /** Counts, of rows of an import, what taking them back now would come to. */
    Outlook outlook(UUID importId, int[] rows, ManagedAreas areas);

    /**
     * Numbers of rows.
     *
     * @param toGive whose learner would get the place again
     * @param alreadyEnrolled whose learner has a place already
     * @param endedSince whose learner was enrolled anew since, which somebody else has ended
     * @param notPermitted whose activity whoever asks may not manage
     * @param unknown of which the platform has no mark, or not any more
     */
    record Outlook(
            int toGive, int alreadyEnrolled, int endedSince, int notPermitted, int unknown) {}
}
