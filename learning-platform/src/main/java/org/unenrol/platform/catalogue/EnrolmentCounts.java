package org.unenrol.platform.catalogue;

import java.util.Collection;
import java.util.Map;

/** The numbers of learners of activities, of a platform that tells them. */
public interface EnrolmentCounts {

    /**
     * Counts the learners that are enrolled at this moment.
     *
     * @param activityIds the platform's
     * @return by id; what there is no longer is left out
     */
    Map<String, EnrolmentCount> of(Collection<String> activityIds);
}
