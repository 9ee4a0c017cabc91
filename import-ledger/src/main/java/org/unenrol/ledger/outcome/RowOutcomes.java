package org.unenrol.ledger.outcome;

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
     * @param code only rows with this outcome, or null for all
     * @param after the row after which to begin; 0 for the first page
     */
    public List<RecordedOutcome> page(
            UUID importId, @Nullable OutcomeCode code, int after, int limit) {
        return jdbc.sql(
                        """
                        select row, line, code, details, changed_from from imports.row_outcome
                        where import_id = :id and row > :after and (:code::text is null or code = :code)
                        order by row
                        limit :limit
                        """)
                .param("id", importId)
                .param("after", after)
                .param("code", code == null ? null : code.name())
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new RecordedOutcome(
                                        row.getInt("row"),
                                        row.getLong("line"),
                                        OutcomeCode.valueOf(row.getString("code")),
                                        DetailsJson.read(row.getString("details")),
                                        codeOrNull(row.getString("changed_from"))))
                .list();
    }

    /**
     * Finds where the page before begins.
     *
     * @param after what the later page was asked for with
     * @return the row after which the earlier page begins; 0 where it is the first
     */
    public int pageBefore(UUID importId, @Nullable OutcomeCode code, int after, int limit) {
        return jdbc.sql(
                        """
                        select row from imports.row_outcome
                        where import_id = :id and row <= :after and (:code::text is null or code = :code)
                        order by row desc
                        limit 1 offset :limit
                        """)
                .param("id", importId)
                .param("after", after)
                .param("code", code == null ? null : code.name())
                .param("limit", limit)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private static @Nullable OutcomeCode codeOrNull(@Nullable String name) {
        return name == null ? null : OutcomeCode.valueOf(name);
    }
}
