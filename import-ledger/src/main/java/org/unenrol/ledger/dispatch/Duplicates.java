package org.unenrol.ledger.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of an import that repeat an earlier one, as decided when the file was taken in. */
public final class Duplicates {

    private final JdbcClient jdbc;

    public Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Row to the earlier row that counts, for a range of rows, both ends included. */
    public Map<Integer, Integer> between(UUID importId, int from, int through) {
        Map<Integer, Integer> firstRows = new HashMap<>();
        jdbc.sql(
                        """
                        select row, first_row from imports.duplicate_row
                        where import_id = :id and row between :from and :through
                        """)
                .param("id", importId)
                .param("from", from)
                .param("through", through)
                .query(
                        row -> {
                            firstRows.put(row.getInt("row"), row.getInt("first_row"));
                        });
        return firstRows;
    }
}
