package org.unenrol.platform.remote;

import org.jspecify.annotations.Nullable;
import org.unenrol.model.ManagedAreas;

/**
 * A learner and an activity to look for.
 *
 * @param username as the administrator wrote it; null where it is not to be looked for
 * @param activityReference likewise
 * @param areas within which names may be told that are near
 */
public record Query(
        @Nullable String username, @Nullable String activityReference, ManagedAreas areas) {}
