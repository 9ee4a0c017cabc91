package org.unenrol.ledger.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.Meaning;
import org.unenrol.model.RowId;

/** The rows of other imports that the rows of an import take back or run again. */
public final class OriginRows {

    private final JdbcClient jdbc;

    public OriginRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds the row of origin of each row, for a range of rows, both ends included. */
    public Map<Integer, RowId> between(UUID importId, int from, int through) {
        Map<Integer, RowId> origins = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        origins.put(
                                row.getInt("row"),
                                new RowId(
                                        row.getObject("origin", UUID.class),
                                        row.getInt("origin_row")));
        jdbc.sql(
                        """
                        select r.row, i.origin, r.origin_row
                        from imports.origin_row r join imports.import i on i.id = r.import_id
                        where r.import_id = :id and r.row between :from and :through
                        """)
                .param("id", importId)
                .param("from", from)
                .param("through", through)
                .query(collect);
        return origins;
    }

    /** Finds what each row meant at the verification that guards it, for a range likewise. */
    public Map<Integer, Meaning> meaningsBetween(UUID importId, int from, int through) {
        Map<Integer, Meaning> meanings = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        meanings.put(
                                row.getInt("row"),
                                new Meaning(
                                        row.getString("learner_id"), row.getString("activity_id")));
        jdbc.sql(
                        """
                        select r.row, v.learner_id, v.activity_id
                        from imports.origin_row r
                        join imports.import i on i.id = r.import_id
                        join imports.row_outcome v
                            on v.import_id = i.guarded_by and v.row = r.guarded_row
                        where r.import_id = :id and r.row between :from and :through
                        """)
                .param("id", importId)
                .param("from", from)
                .param("through", through)
                .query(collect);
        return meanings;
    }
}
