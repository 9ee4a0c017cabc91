package org.unenrol.platform.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.catalogue.EnrolmentCount;
import org.unenrol.platform.catalogue.EnrolmentCounts;

/** The open enrolments in schema {@code lms}, counted. */
public final class PostgresEnrolmentCounts implements EnrolmentCounts {

    private static final String COUNTS =
            """
            select activity.id, activity.area, (
                    select count(*) from lms.enrolment period
                    where period.activity_id = activity.id and period.ended_at is null) as enrolled
            from lms.activity activity
            where activity.id = any (:ids)
            """;

    /** Ids of another platform, which an import from before may have, are nobody's here. */
    private static final Pattern OWN = Pattern.compile("[0-9]{1,18}");

    private final JdbcClient jdbc;

    public PostgresEnrolmentCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, EnrolmentCount> of(Collection<String> activityIds) {
        Map<String, EnrolmentCount> counts = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        counts.put(
                                row.getString("id"),
                                new EnrolmentCount(row.getString("area"), row.getInt("enrolled")));
        jdbc.sql(COUNTS)
                .param(
                        "ids",
                        activityIds.stream()
                                .filter(OWN.asMatchPredicate())
                                .mapToLong(Long::parseLong)
                                .toArray())
                .query(collect);
        return counts;
    }
}
