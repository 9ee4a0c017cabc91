package org.unenrol.ledger.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.ImportState;

/**
 * Events that webhook addresses are told of, each once. Its id, which addresses know it by, is made
 * of what it is about.
 */
public final class WebhookEvents {

    private final JdbcClient jdbc;

    public WebhookEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the end of an import to the caller's transaction.
     *
     * @param end {@code COMPLETED}, {@code CANCELLED} or {@code FAILED}
     */
    public void importEnded(UUID importId, ImportState end) {
        WebhookEventType type = WebhookEventType.of(end);
        jdbc.sql(
                        """
                        insert into imports.webhook_event (id, type, import_id, source)
                        select :id, :type, i.id, i.source from imports.import i where i.id = :importId
                        on conflict do nothing
                        """)
                .param("id", id(type.name(), importId.toString()))
                .param("type", type.name())
                .param("importId", importId)
                .update();
    }

    /**
     * Adds the refusal of an upstream system's request to the caller's transaction.
     *
     * @param requestId by which that system knows its request
     * @param reason a code; never what somebody has written
     */
    public void requestRefused(String source, String requestId, String reason) {
        WebhookEventType type = WebhookEventType.REQUEST_REFUSED;
        jdbc.sql(
                        """
                        insert into imports.webhook_event (id, type, source, request_id, reason)
                        values (:id, :type, :source, :requestId, :reason)
                        on conflict do nothing
                        """)
                .param("id", id(type.name(), source, requestId))
                .param("type", type.name())
                .param("source", source)
                .param("requestId", requestId)
                .param("reason", reason)
                .update();
    }

    private static UUID id(String... about) {
        return UUID.nameUUIDFromBytes(String.join("\n", about).getBytes(StandardCharsets.UTF_8));
    }
}
