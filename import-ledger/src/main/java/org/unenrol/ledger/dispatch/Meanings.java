package org.unenrol.ledger.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.Meaning;

/** Keeps whom and what the rows of a verification meant. */
public final class Meanings {

    private final JdbcClient jdbc;

    public Meanings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds what each row meant, for a range of rows, both ends included. */
    public Map<Integer, Meaning> between(UUID verification, int from, int through) {
        Map<Integer, Meaning> meanings = new HashMap<>();
        jdbc.sql(
                        """
                        select row, learner_id, activity_id from imports.row_outcome
                        where import_id = :id and row between :from and :through
                        """)
                .param("id", verification)
                .param("from", from)
                .param("through", through)
                .query(
                        row -> {
                            meanings.put(
                                    row.getInt("row"),
                                    new Meaning(
                                            row.getString("learner_id"),
                                            row.getString("activity_id")));
                        });
        return meanings;
    }
}
