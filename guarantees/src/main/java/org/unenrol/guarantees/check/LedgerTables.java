package org.unenrol.guarantees.check;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.check.ImportEvidence.Ledger;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;

/** The tables of the ledger, by plain SQL. */
final class LedgerTables {

    private static final String IMPORT =
            """
            select state, total, received, completed_at, (
                select count(*) from imports.mail m
                where m.import_id = p.import_id and m.state not in ('SENT', 'PERHAPS_SENT')) as waiting
            from imports.progress p where import_id = ?
            """;

    private static final String OUTCOMES =
            """
            select row, code, concat_ws(' ', details, changed_from) as details
            from imports.row_outcome where import_id = ? order by row
            """;

    private static final String STORED =
            """
            select bytes from imports.stored_chunk c join imports.import i on i.upload_file = c.file_id
            where i.id = ? order by seq
            """;

    private static final String MAILS =
            "select message_id, row from imports.mail where import_id = ?";

    private static final String REQUESTED =
            "select id::text from imports.import where source = ? and file_name = ?";

    private final Connection connection;

    LedgerTables(Connection connection) {
        this.connection = connection;
    }

    @Nullable Ledger ledger(String id) throws SQLException {
        byte[] stored = stored(id);
        List<Ledger> found =
                query(
                        IMPORT,
                        id,
                        row -> {
                            Timestamp completed = row.getTimestamp("completed_at");
                            return new Ledger(
                                    row.getString("state"),
                                    row.getInt("total"),
                                    row.getInt("received"),
                                    stored,
                                    completed == null ? null : completed.toInstant(),
                                    row.getInt("waiting"));
                        });
        return found.isEmpty() ? null : found.get(0);
    }

    List<Outcome> outcomes(String id) throws SQLException {
        Map<String, String> same = new HashMap<>();
        return query(
                OUTCOMES,
                id,
                row ->
                        new Outcome(
                                row.getInt("row"),
                                row.getString("code").intern(),
                                same.computeIfAbsent(row.getString("details"), text -> text)));
    }

    /** The row of each mail, by the mail's id. */
    Map<String, Integer> mails(String id) throws SQLException {
        Map<String, Integer> rows = new HashMap<>();
        query(MAILS, id, row -> rows.put(row.getString("message_id"), row.getInt("row")));
        return rows;
    }

    /** The imports of a request, by the file that it becomes. */
    List<String> importsOf(String source, String requestId) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(REQUESTED)) {
            statement.setString(1, source);
            statement.setString(2, requestId + ".csv");
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString("id"));
                }
            }
        }
        return ids;
    }

    private byte[] stored(String id) throws SQLException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        query(
                STORED,
                id,
                row -> {
                    all.writeBytes(row.getBytes("bytes"));
                    return true;
                });
        return all.toByteArray();
    }

    private <T> List<T> query(String sql, String id, Reader<T> reader) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(reader.read(row));
                }
            }
        }
        return all;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
