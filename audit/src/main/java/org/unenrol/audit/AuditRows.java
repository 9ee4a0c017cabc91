package org.unenrol.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entries as they are read. */
public final class AuditRows implements RowMapper<AuditEntry> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    @Override
    public AuditEntry mapRow(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getObject("account_id", Long.class),
                row.getString("account"),
                row.getString("via"),
                row.getString("via_name"),
                row.getString("address"),
                row.getObject("import_id", UUID.class),
                row.getString("about"),
                JSON.readValue(row.getString("details"), TEXTS),
                link(row));
    }

    private static AuditEntry.@Nullable Link link(ResultSet row) throws SQLException {
        Long sequence = row.getObject("sequence", Long.class);
        return sequence == null
                ? null
                : new AuditEntry.Link(
                        sequence,
                        HexFormat.of().formatHex(row.getBytes("previous")),
                        HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
