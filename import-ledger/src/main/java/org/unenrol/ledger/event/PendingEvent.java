package org.unenrol.ledger.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.unenrol.model.ImportEvent;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/** An event with its place in the outbox. */
record PendingEvent(long id, ImportEvent event) {

    static final class Mapper implements RowMapper<PendingEvent> {

        @Override
        public PendingEvent mapRow(ResultSet row, int number) throws SQLException {
            ImportEvent.Type type = ImportEvent.Type.valueOf(row.getString("type"));
            Map<OutcomeCode, Integer> outcomes =
                    type == ImportEvent.Type.ACCEPTED
                            ? Map.of()
                            : OutcomeCounts.parse(row.getString("outcomes"));
            return new PendingEvent(
                    row.getLong("id"),
                    new ImportEvent(
                            row.getObject("import_id", UUID.class),
                            type,
                            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                            Mode.valueOf(row.getString("mode")),
                            row.getInt("total"),
                            outcomes));
        }
    }
}
