package org.unenrol.platform.report;

import static org.unenrol.platform.ManagedAreas.key;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.ManagedAreas;
import org.unenrol.platform.SearchText;

/** Enrolment and results, counted by activity and by learner. */
public final class Tallies {

    private static final String PAIRS =
            """
            with period as (
                select user_id, activity_id, bool_or(ended_at is null) as enrolled
                from lms.enrolment group by user_id, activity_id
            ), achievement as (
                select user_id, course_id as activity_id, true as achieved from lms.completion
                union all
                select user_id, session_id, true from lms.attendance where status = 'ATTENDED'
            ), pair as (
                select * from period full join achievement using (user_id, activity_id)
            )
            """;

    private static final String COUNTS =
            """
            count(*) filter (where pair.enrolled) as enrolled,
            count(*) filter (where not pair.enrolled) as unenrolled,
            count(*) filter (where pair.achieved) as achieved,
            count(*) filter (where pair.achieved and not pair.enrolled) as kept
            """;

    private static final String BY_ACTIVITY =
            PAIRS
                    + "select activity.id, title as name, external_reference as reference, "
                    + COUNTS
                    + """
                    from lms.activity left join pair on pair.activity_id = activity.id
                    where (title ilike :text or external_reference ilike :text) and\s"""
                    + ManagedAreas.CONDITION
                    + "group by activity.id order by lower(title), activity.id";

    private static final String BY_LEARNER =
            PAIRS
                    + "select learner.id, learner.name, username as reference, "
                    + COUNTS
                    + """
                    from pair
                    join lms.app_user learner on learner.id = pair.user_id
                    join lms.activity on activity.id = pair.activity_id
                    where (learner.name ilike :text or username ilike :text) and\s"""
                    + ManagedAreas.CONDITION
                    + "group by learner.id order by lower(learner.name), learner.id";

    private final JdbcClient jdbc;

    public Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Some activities, by title. */
    public List<Tally> byActivity(String administrator, String text, int offset, int limit) {
        return some(BY_ACTIVITY, administrator, text, offset, limit);
    }

    /** Some learners who have a record, by name. */
    public List<Tally> byLearner(String administrator, String text, int offset, int limit) {
        return some(BY_LEARNER, administrator, text, offset, limit);
    }

    private List<Tally> some(String sql, String administrator, String text, int offset, int limit) {
        return jdbc.sql(sql + " limit :limit offset :offset")
                .param("administrator", key(administrator))
                .param("text", SearchText.pattern(text))
                .param("offset", offset)
                .param("limit", limit)
                .query(Tally.class)
                .list();
    }
}
