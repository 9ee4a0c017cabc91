package org.unenrol.platform.report;

import static org.unenrol.platform.ManagedAreas.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.platform.Activity;
import org.unenrol.platform.ManagedAreas;
import org.unenrol.platform.SearchText;

/** Learners and activities, pair by pair, with enrolment and result. */
public final class LearningRecords {

    private static final int FETCHED_AT_A_TIME = 1_000;

    /** The latest period of each pair counts; a pair may also have a result alone. */
    private static final String SELECT =
            """
            with period as (
                select distinct on (user_id, activity_id)
                    user_id, activity_id, enrolled_at, ended_at, ended_by_import
                from lms.enrolment
                where (:activity::bigint is null or activity_id = :activity)
                  and (:learner::bigint is null or user_id = :learner)
                  and (:state::text is distinct from 'ENROLLED' or ended_at is null)
                order by user_id, activity_id, enrolled_at desc
            ), achievement as (
                select user_id, course_id as activity_id, result, completed_at as result_at
                from lms.completion
                where (:activity::bigint is null or course_id = :activity)
                  and (:learner::bigint is null or user_id = :learner)
                union all
                select user_id, session_id, status, recorded_at
                from lms.attendance
                where (:activity::bigint is null or session_id = :activity)
                  and (:learner::bigint is null or user_id = :learner)
            ), pair as (
                select *, case when enrolled_at is null then 'NEVER'
                               when ended_at is null then 'ENROLLED' else 'UNENROLLED' end as state
                from period full join achievement using (user_id, activity_id)
            )
            select pair.*, learner.username, learner.name,
                activity.kind, activity.title, activity.external_reference
            from pair
            join lms.app_user learner on learner.id = pair.user_id
            join lms.activity on activity.id = pair.activity_id
            where (:state::text is null or state = :state)
              and (learner.name ilike :text or learner.username ilike :text
                or :activity::bigint is null and title ilike :text)
              and\s"""
                    + ManagedAreas.CONDITION
                    + "order by lower(learner.name), learner.id, lower(title), activity.id ";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public LearningRecords(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Some of the records, ordered by learner and title. */
    public List<LearningRecord> some(
            String administrator, RecordFilter filter, int offset, int limit) {
        return jdbc.sql(SELECT + "limit :limit offset :offset")
                .params(words(administrator, filter))
                .param("limit", limit)
                .param("offset", offset)
                .query(LearningRecords::record)
                .list();
    }

    /** All of them, in the same order; memory does not grow with their number. */
    public void forEach(
            String administrator, RecordFilter filter, Consumer<LearningRecord> action) {
        transaction.executeWithoutResult(
                status ->
                        jdbc.sql(SELECT)
                                .withFetchSize(FETCHED_AT_A_TIME)
                                .params(words(administrator, filter))
                                .query(
                                        row -> {
                                            action.accept(record(row, 0));
                                        }));
    }

    private static Map<String, @Nullable Object> words(String administrator, RecordFilter filter) {
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("administrator", key(administrator));
        words.put("activity", filter.activityId());
        words.put("learner", filter.learnerId());
        words.put("state", filter.state() == null ? null : filter.state().name());
        words.put("text", SearchText.pattern(filter.text()));
        return words;
    }

    private static LearningRecord record(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new LearningRecord(
                row.getLong("user_id"),
                row.getString("username"),
                row.getString("name"),
                row.getLong("activity_id"),
                Activity.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("external_reference"),
                EnrolmentState.valueOf(row.getString("state")),
                instant(row, "enrolled_at"),
                instant(row, "ended_at"),
                row.getObject("ended_by_import", UUID.class),
                result == null ? null : Result.valueOf(result),
                instant(row, "result_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
