package org.unenrol.ledger.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.OutcomeCode;

/** The outcomes of rows, to be read in row order. */
public final class RowOutcomes {

    private final JdbcClient jdbc;

    public RowOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next outcomes after a row.
     *
     * @param after the row after which to begin; 0 for the first page
     */
    public List<RecordedOutcome> page(UUID importId, int after, int limit) {
        return jdbc.sql(
                        """
                        select row, line, code, details, changed_from from imports.row_outcome
                        where import_id = :id and row > :after
                        order by row
                        limit :limit
                        """)
                .param("id", importId)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> recorded(row))
                .list();
    }

    static RecordedOutcome recorded(ResultSet row) throws SQLException {
        return new RecordedOutcome(
                row.getInt("row"),
                row.getLong("line"),
                OutcomeCode.valueOf(row.getString("code")),
                DetailsJson.read(row.getString("details")),
                codeOrNull(row.getString("changed_from")));
    }

    private static @Nullable OutcomeCode codeOrNull(@Nullable String name) {
        return name == null ? null : OutcomeCode.valueOf(name);
    }
}
