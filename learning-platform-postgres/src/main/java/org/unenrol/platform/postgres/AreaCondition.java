package org.unenrol.platform.postgres;

import java.util.Map;
import org.unenrol.model.ManagedAreas;

/** Limits queries to what an administrator manages. */
final class AreaCondition {

    /** For a query that has an {@code activity} and the {@link #params parameters}. */
    static final String SQL =
            """
            (:everyArea or activity.area = any (:areas))
            """;

    private AreaCondition() {}

    static Map<String, Object> params(ManagedAreas areas) {
        return Map.of("everyArea", areas.isEvery(), "areas", areas.names().toArray(String[]::new));
    }
}
