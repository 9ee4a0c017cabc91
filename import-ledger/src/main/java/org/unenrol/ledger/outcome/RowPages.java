package org.unenrol.ledger.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unenrol.model.RowContent;

/** The rows of an import that have their outcome, as people read them, a page at a time. */
public final class RowPages {

    private static final String CHOSEN =
            """
            import_id = :id
              and (:code::text is null or code = :code)
              and (:activity::text is null or activity_id = :activity)
              and (:patterns::text[] is null
                   or lower(concat_ws(' ', username, learner, reference, activity)) like all (:patterns))
            """;

    private static final String PAGE =
            """
            select row, line, code, details, changed_from, username, reference, send_email, learner,
                activity, activity_id
            from imports.row_outcome
            where row > :after and %s
            order by row
            limit :limit
            """
                    .formatted(CHOSEN);

    private static final String BEFORE =
            """
            select row from imports.row_outcome
            where row <= :after and %s
            order by row desc
            limit 1 offset :limit
            """
                    .formatted(CHOSEN);

    private final JdbcClient jdbc;

    public RowPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next rows after a row.
     *
     * @param after the row after which to begin; 0 for the first page
     */
    public List<RowEntry> page(UUID importId, RowFilter filter, int after, int limit) {
        return chosen(PAGE, importId, filter, after, limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * Finds where the page before begins.
     *
     * @param after what the later page was asked for with
     * @return the row after which the earlier page begins; 0 where it is the first
     */
    public int pageBefore(UUID importId, RowFilter filter, int after, int limit) {
        return chosen(BEFORE, importId, filter, after, limit)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private StatementSpec chosen(
            String sql, UUID importId, RowFilter filter, int after, int limit) {
        return jdbc.sql(sql)
                .param("id", importId)
                .param("code", filter.outcome() == null ? null : filter.outcome().name())
                .param("activity", filter.activityId())
                .param("patterns", filter.patterns())
                .param("after", after)
                .param("limit", limit);
    }

    private static RowEntry entry(ResultSet row) throws SQLException {
        return new RowEntry(
                RowOutcomes.recorded(row),
                new RowContent(
                        row.getString("username"),
                        row.getString("reference"),
                        row.getString("send_email"),
                        row.getString("learner"),
                        row.getString("activity")),
                row.getString("activity_id"));
    }
}
