package org.unenrol.platform.postgres;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.Standing;

/** Ends periods of enrolment, and reads back what became of them. */
final class Enrolments {

    /**
     * A row that has left its mark ends nothing further; and a period that somebody else has ended
     * is passed over, also if that was while this statement waited for its lock.
     *
     * <p>Periods are found by scalar subqueries, and are open by {@code num_nulls}, so that no
     * estimate of how many are open can turn the look-ups into a comparison of all with all.
     */
    private static final String END =
            """
            with found as materialized (
                select import, row, (
                    select period.id from lms.enrolment period
                    where period.activity_id = request.activity_id
                        and period.user_id = request.user_id
                        and period.ended_at is null
                        and period.enrolled_at < request.submitted_at) as period_id
                from unnest(
                        :userIds, :activityIds, cast(:submittedAt as timestamptz[]),
                        cast(:imports as uuid[]), :rows)
                    as request (user_id, activity_id, submitted_at, import, row)
                where (
                    select true from lms.enrolment marked
                    where marked.ended_by_import = request.import
                        and marked.ended_by_row = request.row) is null
            ), locked as (
                select period.id, found.import, found.row
                from found
                join lms.enrolment period on period.id = found.period_id
                where num_nulls(period.ended_at) > 0
                order by period.id
                for update of period
            )
            update lms.enrolment period
            set ended_at = greatest(statement_timestamp(), period.enrolled_at),
                ended_by_import = locked.import,
                ended_by_row = locked.row
            from locked
            where period.id = locked.id
            """;

    /**
     * Completion is held against the end of the period, never against the present: so a row that
     * comes again gets the same answer. Scalar subqueries are looked up only where they are needed.
     */
    private static final String STANDINGS =
            """
            with request as materialized (
                select requested.*,
                    case mode
                        when 'APPLY' then (
                            select marked.ended_at from lms.enrolment marked
                            where marked.ended_by_import = requested.import
                                and marked.ended_by_row = requested.row)
                        else (
                            select statement_timestamp() from lms.enrolment period
                            where period.activity_id = requested.activity_id
                                and period.user_id = requested.user_id
                                and period.ended_at is null
                                and period.enrolled_at < requested.submitted_at)
                    end as ended_at
                from unnest(
                        :userIds, :activityIds, cast(:submittedAt as timestamptz[]),
                        cast(:imports as uuid[]), :rows, :modes, :kinds) with ordinality
                    as requested (
                        user_id, activity_id, submitted_at, import, row, mode, kind, position)
            )
            select case
                when ended_at is null then
                    case when (
                        select true from lms.enrolment period
                        where period.activity_id = request.activity_id
                            and period.user_id = request.user_id
                            and period.ended_at is null
                            and period.enrolled_at >= request.submitted_at)
                    then 'ENROLLED_SINCE_SUBMISSION' else 'NOT_ENROLLED' end
                when case kind
                    when 'COURSE' then (
                        select completion.completed_at <= request.ended_at from lms.completion
                        where completion.user_id = request.user_id
                            and completion.course_id = request.activity_id)
                    else
                        (select session.ends_at <= request.ended_at from lms.activity session
                        where session.id = request.activity_id)
                        or (select attendance.recorded_at <= request.ended_at from lms.attendance
                            where attendance.user_id = request.user_id
                                and attendance.session_id = request.activity_id
                                and attendance.status = 'ATTENDED')
                    end
                    then 'ENROLLED_COMPLETION_KEPT'
                else 'ENROLLED'
            end
            from request
            order by position
            """;

    private final JdbcClient jdbc;

    Enrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many periods were ended now; repeated rows end none. */
    int end(List<Candidate> candidates) {
        return jdbc.sql(END).params(columns(candidates)).update();
    }

    /** One for each candidate, in the same order. */
    List<Standing> standings(List<Candidate> candidates) {
        return jdbc.sql(STANDINGS)
                .params(columns(candidates))
                .query((row, number) -> Standing.valueOf(row.getString(1)))
                .list();
    }

    private static Map<String, Object> columns(List<Candidate> candidates) {
        return Map.of(
                "userIds", candidates.stream().mapToLong(Candidate::userId).toArray(),
                "activityIds", candidates.stream().mapToLong(Candidate::activityId).toArray(),
                "submittedAt", texts(candidates, Candidate::submittedAt),
                "imports", texts(candidates, candidate -> candidate.id().importId()),
                "rows", candidates.stream().mapToInt(candidate -> candidate.id().row()).toArray(),
                "modes", texts(candidates, Candidate::mode),
                "kinds", texts(candidates, Candidate::activityKind));
    }

    private static String[] texts(List<Candidate> candidates, Function<Candidate, Object> value) {
        return candidates.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
