package org.unenrol.platform.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.RowId;

/** Finds, by their marks, the periods that rows have ended. */
final class EndedPeriods {

    /** In one order for all, so that no two batches wait for each other. */
    private static final String LOCK =
            """
            select period.id, period.ended_by_import, period.ended_by_row,
                learner.id as user_id, learner.username, learner.name, learner.email, learner.language,
                activity.id as activity_id, coalesce(activity.external_reference, '') as reference,
                activity.title, activity.kind, activity.area
            from unnest(cast(:imports as uuid[]), :rows) as sent (import, row)
            join lms.enrolment period
                on period.ended_by_import = sent.import and period.ended_by_row = sent.row
            join lms.app_user learner on learner.id = period.user_id
            join lms.activity activity on activity.id = period.activity_id
            order by period.activity_id, period.user_id, period.id
            for update of period
            """;

    private final JdbcClient jdbc;

    EndedPeriods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks until the transaction is over; a row that has ended nothing has none. */
    Map<RowId, EndedPeriod> lock(Collection<RowId> rows) {
        Map<RowId, EndedPeriod> periods = new HashMap<>();
        RowCallbackHandler collect = row -> periods.put(endedBy(row), period(row));
        jdbc.sql(LOCK)
                .param(
                        "imports",
                        rows.stream().map(id -> id.importId().toString()).toArray(String[]::new))
                .param("rows", rows.stream().mapToInt(RowId::row).toArray())
                .query(collect);
        return periods;
    }

    private static RowId endedBy(ResultSet row) throws SQLException {
        return new RowId(row.getObject("ended_by_import", UUID.class), row.getInt("ended_by_row"));
    }

    private static EndedPeriod period(ResultSet row) throws SQLException {
        return new EndedPeriod(row.getLong("id"), Marks.learner(row), Marks.activity(row));
    }
}
