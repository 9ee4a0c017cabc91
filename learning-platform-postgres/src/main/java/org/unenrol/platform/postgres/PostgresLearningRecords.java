package org.unenrol.platform.postgres;

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
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.Activity;
import org.unenrol.platform.report.EnrolmentState;
import org.unenrol.platform.report.LearningRecord;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.RecordFilter;
import org.unenrol.platform.report.Result;

/** Learning records in PostgreSQL. */
public final class PostgresLearningRecords implements LearningRecords {

    private static final int FETCHED_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final JdbcClient exports;
    private final TransactionOperations transaction;

    /**
     * Makes the port to learning records.
     *
     * @param exports for what is read as slowly as somebody takes it
     * @param transaction of the exports
     */
    public PostgresLearningRecords(
            JdbcClient jdbc, JdbcClient exports, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.exports = exports;
        this.transaction = transaction;
    }

    @Override
    public List<LearningRecord> some(
            ManagedAreas areas, RecordFilter filter, int offset, int limit) {
        return jdbc.sql(RecordsQuery.of(filter) + "limit :limit offset :offset")
                .params(params(areas, filter))
                .param("limit", limit)
                .param("offset", offset)
                .query(PostgresLearningRecords::record)
                .list();
    }

    @Override
    public void forEach(ManagedAreas areas, RecordFilter filter, Consumer<LearningRecord> action) {
        transaction.executeWithoutResult(
                status ->
                        exports.sql(RecordsQuery.of(filter))
                                .withFetchSize(FETCHED_AT_A_TIME)
                                .params(params(areas, filter))
                                .query(
                                        row -> {
                                            action.accept(record(row, 0));
                                        }));
    }

    private static Map<String, @Nullable Object> params(ManagedAreas areas, RecordFilter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.putAll(AreaCondition.params(areas));
        params.put("activity", filter.activityId());
        params.put("learner", filter.learnerId());
        params.put("state", filter.state() == null ? null : filter.state().name());
        params.put("text", SearchText.pattern(filter.text()));
        return params;
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
