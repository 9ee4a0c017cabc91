package org.unenrol.platform.postgres;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.Mode;
import org.unenrol.platform.Standing;

/** Ends periods of enrolment, and reads back what became of them. */
final class Enrolments {

    /**
     * Completion is held against the end of the period, never against the present: so a row that
     * comes again gets the same answer. Scalar subqueries are looked up only where they are needed.
     */
    private static final String COMPLETION_KEPT =
            """
            case request.kind
                when 'COURSE' then (
                    select completion.completed_at <= ended_at from lms.completion
                    where completion.user_id = request.user_id
                        and completion.course_id = request.activity_id)
                else
                    (select session.ends_at <= ended_at from lms.activity session
                    where session.id = request.activity_id)
                    or (select attendance.recorded_at <= ended_at from lms.attendance
                        where attendance.user_id = request.user_id
                            and attendance.session_id = request.activity_id
                            and attendance.status = 'ATTENDED')
            end
            """;

    /**
     * The values that all rows of an import have in common are sent once, and referred to by
     * number.
     */
    private static final String REQUESTS =
            """
            (
                select user_id, activity_id, kind, row, position,
                    (cast(:imports as uuid[]))[import] as import,
                    (cast(:submittedAt as timestamptz[]))[import] as submitted_at,
                    (cast(:modes as text[]))[import] as mode,
                    (
                        select array_agg(exists (
                            select from lms.fenced_import
                            where fenced_import.import_id = known.id) order by known.number)
                        from unnest(cast(:imports as uuid[])) with ordinality as known (id, number)
                    )[import] as fenced
                from unnest(:userIds, :activityIds, :kinds, :importNumbers, :rows)
                    with ordinality as sent (user_id, activity_id, kind, import, row, position)
            )
            """;

    /**
     * A row that has left its mark ends nothing further; and a period that somebody else has ended
     * is passed over, also if that was while this statement waited for its lock.
     *
     * <p>Periods are looked up one by one and locked in the order of the requests, as all others
     * lock them too: so no two batches that are given in the same order wait for each other.
     */
    private static final String END =
            """
            update lms.enrolment period
            set ended_at = greatest(statement_timestamp(), period.enrolled_at),
                ended_by_import = request.import,
                ended_by_row = request.row
            from %s as request
            where period.activity_id = request.activity_id
                and period.user_id = request.user_id
                and period.ended_at is null
                and period.enrolled_at < request.submitted_at
                and not request.fenced
                and (
                    select true from lms.enrolment marked
                    where marked.ended_by_import = request.import
                        and marked.ended_by_row = request.row) is null
            returning position,
                case when %s then 'ENROLLED_COMPLETION_KEPT' else 'ENROLLED' end as standing
            """
                    .formatted(REQUESTS, COMPLETION_KEPT);

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
                from %s as requested
            )
            select position,
                case
                    when ended_at is null then
                        case when fenced and mode = 'APPLY' then 'IMPORT_ENDED' when (
                            select true from lms.enrolment period
                            where period.activity_id = request.activity_id
                                and period.user_id = request.user_id
                                and period.ended_at is null
                                and period.enrolled_at >= request.submitted_at)
                        then 'ENROLLED_SINCE_SUBMISSION' else 'NOT_ENROLLED' end
                    when %s then 'ENROLLED_COMPLETION_KEPT'
                    else 'ENROLLED'
                end as standing
            from request
            """
                    .formatted(REQUESTS, COMPLETION_KEPT);

    private final JdbcClient jdbc;

    Enrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends periods. Those candidates have a standing whose periods were ended now. */
    Map<Candidate, Standing> end(List<Candidate> candidates) {
        return standings(END, candidates);
    }

    /** Reads how all others stand, to be asked in a later statement than the one that ends. */
    Map<Candidate, Standing> standings(List<Candidate> candidates) {
        return standings(STANDINGS, candidates);
    }

    private Map<Candidate, Standing> standings(String sql, List<Candidate> candidates) {
        Map<Candidate, Standing> standings = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        standings.put(
                                candidates.get(row.getInt("position") - 1),
                                Standing.valueOf(row.getString("standing")));
        jdbc.sql(sql).params(columns(candidates)).query(collect);
        return standings;
    }

    private static Map<String, Object> columns(List<Candidate> candidates) {
        List<Request> requests = candidates.stream().map(Request::of).distinct().toList();
        Map<Request, Integer> numbers = new HashMap<>();
        requests.forEach(request -> numbers.put(request, numbers.size() + 1));
        return Map.of(
                "userIds", candidates.stream().mapToLong(Candidate::userId).toArray(),
                "activityIds", candidates.stream().mapToLong(Candidate::activityId).toArray(),
                "kinds", texts(candidates, Candidate::activityKind),
                "importNumbers",
                        candidates.stream().map(Request::of).mapToInt(numbers::get).toArray(),
                "rows", candidates.stream().mapToInt(candidate -> candidate.id().row()).toArray(),
                "imports", texts(requests, Request::importId),
                "submittedAt", texts(requests, Request::submittedAt),
                "modes", texts(requests, Request::mode));
    }

    private static <T> String[] texts(List<T> all, Function<T, Object> value) {
        return all.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** The values that the rows of an import have in common. */
    private record Request(UUID importId, Instant submittedAt, Mode mode) {

        static Request of(Candidate candidate) {
            return new Request(
                    candidate.id().importId(), candidate.submittedAt(), candidate.mode());
        }
    }
}
