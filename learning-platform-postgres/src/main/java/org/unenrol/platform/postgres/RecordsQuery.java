package org.unenrol.platform.postgres;

import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.RecordFilter;

/**
 * The SQL that finds records, ordered by learner and title. It begins with the learners, one after
 * the other, so that a page of millions of records reads no more than a page; or with the activity,
 * where one is asked for.
 */
final class RecordsQuery {

    /** The latest period of each pair counts; a pair may also have a result alone. */
    private static final String PAIRS =
            """
            (
                select *, case when enrolled_at is null then 'NEVER'
                               when ended_at is null then 'ENROLLED' else 'UNENROLLED' end as state
                from (
                    select distinct on (user_id, activity_id)
                        user_id, activity_id, enrolled_at, ended_at, ended_by_import
                    from lms.enrolment
                    where %1$s and %2$s
                    order by user_id, activity_id, enrolled_at desc
                ) period
                full join (
                    select user_id, course_id as activity_id, result, completed_at as result_at
                    from lms.completion
                    where %3$s
                    union all
                    select user_id, session_id, status, recorded_at
                    from lms.attendance
                    where %4$s
                ) achievement using (user_id, activity_id)
            ) pair
            """;

    private static final String OF_ACTIVITIES =
            """
            select pair.*, activity.kind, activity.title, activity.external_reference
            from %s
            join lms.activity on activity.id = pair.activity_id
            where %s and\s"""
                    + AreaCondition.SQL
                    + "offset 0";

    private static final String LEARNERS =
            "(select *, lower(name) as sorted_by from lms.app_user where %s %s) learner";

    /** Before they are joined to anything, or the planner would read all of everything. */
    private static final String SORTED = "order by sorted_by, id offset 0";

    private RecordsQuery() {}

    static String of(RecordFilter filter) {
        boolean each = filter.activityId() == null;
        return """
        select record.*, learner.username, learner.name
        from %s
        %s
        where learner.name ilike :text or learner.username ilike :text %s
        order by sorted_by, learner.id, lower(title), activity_id
        """
                .formatted(
                        LEARNERS.formatted(
                                filter.learnerId() == null ? "true" : "id = :learner",
                                each ? SORTED : ""),
                        each ? ofEach(filter) : ofOneActivity(filter),
                        each ? "or title ilike :text" : "");
    }

    private static String ofEach(RecordFilter filter) {
        String own = "user_id = learner.id";
        return "cross join lateral (" + pairs(filter, own, own, own) + ") record";
    }

    private static String ofOneActivity(RecordFilter filter) {
        return "join ("
                + pairs(
                        filter,
                        "activity_id = :activity",
                        "course_id = :activity",
                        "session_id = :activity")
                + ") record on record.user_id = learner.id";
    }

    private static String pairs(
            RecordFilter filter, String enrolment, String completion, String attendance) {
        String period = filter.state() == EnrolmentState.ENROLLED ? "ended_at is null" : "true";
        return OF_ACTIVITIES.formatted(
                PAIRS.formatted(enrolment, period, completion, attendance),
                filter.state() == null ? "true" : "state = :state");
    }
}
