package org.unenrol.platform.postgres;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.report.Tallies;
import org.unenrol.platform.report.Tally;

/** Tallies in PostgreSQL. */
public final class PostgresTallies implements Tallies {

    private static final String PAIRS =
            """
            (
                select activity_id, user_id, bool_or(ended_at is null) as enrolled
                from lms.enrolment where %s group by activity_id, user_id
            ) period
            full join (
                select user_id, course_id as activity_id, true as achieved
                from lms.completion where %s
                union all
                select user_id, session_id, true
                from lms.attendance where status = 'ATTENDED' and %s
            ) achievement using (user_id, activity_id)
            """;

    private static final String COUNTS =
            """
            count(*) filter (where pair.enrolled) as enrolled,
            count(*) filter (where not pair.enrolled) as unenrolled,
            count(*) filter (where pair.achieved) as achieved,
            count(*) filter (where pair.achieved and not pair.enrolled) as kept
            """;

    private static final String BY_ACTIVITY =
            """
            with page as materialized (
                select id, title, external_reference from lms.activity
                where (title ilike :text or external_reference collate "default" ilike :text) and\s"""
                    + AreaCondition.SQL
                    + """
                        order by lower(title), id
                        limit :limit offset :offset
                    ), pair as (
                        select * from\s"""
                    + PAIRS.formatted(
                            "activity_id in (select id from page)",
                            "course_id in (select id from page)",
                            "session_id in (select id from page)")
                    + ") select page.id, title as name, external_reference as reference, "
                    + COUNTS
                    + """
                    from page left join pair on pair.activity_id = page.id
                    group by page.id, title, external_reference
                    order by lower(title), page.id
                    """;

    private static final String OF_LEARNER = "user_id = learner.id";

    private static final String PAIRS_OF_LEARNER =
            "(select * from "
                    + PAIRS.formatted(OF_LEARNER, OF_LEARNER, OF_LEARNER)
                    + """
                    join lms.activity on activity.id = activity_id
                    where\s"""
                    + AreaCondition.SQL
                    + ") pair";

    private static final String BY_LEARNER =
            """
            with page as materialized (
                select id, name, username from lms.app_user learner
                where (name ilike :text or username ilike :text)
                  and exists (select from\s"""
                    + PAIRS_OF_LEARNER
                    + """
                    )
                        order by lower(name), id
                        limit :limit offset :offset
                    )
                    select learner.id, learner.name, username as reference,\s"""
                    + COUNTS
                    + "from page learner cross join lateral "
                    + PAIRS_OF_LEARNER
                    + """
                     group by learner.id, learner.name, username
                     order by lower(learner.name), learner.id
                    """;

    private final JdbcClient jdbc;

    public PostgresTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tally> byActivity(ManagedAreas areas, String text, int offset, int limit) {
        return some(BY_ACTIVITY, areas, text, offset, limit);
    }

    @Override
    public List<Tally> byLearner(ManagedAreas areas, String text, int offset, int limit) {
        return some(BY_LEARNER, areas, text, offset, limit);
    }

    private List<Tally> some(String sql, ManagedAreas areas, String text, int offset, int limit) {
        return jdbc.sql(sql)
                .params(AreaCondition.params(areas))
                .param("text", SearchText.pattern(text))
                .param("offset", offset)
                .param("limit", limit)
                .query(Tally.class)
                .list();
    }
}
