package org.unenrol.ledger.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.unenrol.ledger.event.OutcomeCounts;
import org.unenrol.ledger.event.WebhookEventType;
import org.unenrol.ledger.webhook.WebhookEvent.EndedImport;
import org.unenrol.ledger.webhook.WebhookEvent.RefusedRequest;
import org.unenrol.ledger.webhook.WebhookEvent.Subject;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;

/** Reads events with what they are about. */
final class WebhookEventRows implements RowMapper<WebhookEvent> {

    @Override
    public WebhookEvent mapRow(ResultSet row, int number) throws SQLException {
        WebhookEventType type = WebhookEventType.valueOf(row.getString("type"));
        return new WebhookEvent(
                row.getObject("id", UUID.class),
                type,
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                type == WebhookEventType.REQUEST_REFUSED ? request(row) : ended(row));
    }

    private static Subject request(ResultSet row) throws SQLException {
        return new RefusedRequest(row.getString("request_id"), row.getString("reason"));
    }

    private static Subject ended(ResultSet row) throws SQLException {
        return new EndedImport(
                row.getObject("import_id", UUID.class),
                Mode.valueOf(row.getString("mode")),
                ImportState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getInt("total"),
                OutcomeCounts.parse(row.getString("outcomes")));
    }
}
