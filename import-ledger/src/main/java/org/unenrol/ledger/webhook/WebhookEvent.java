package org.unenrol.ledger.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.event.WebhookEventType;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/**
 * An event of which deliveries are to be made.
 *
 * @param source the upstream system or the folder that it is about; null where a person submitted
 */
public record WebhookEvent(
        UUID id,
        WebhookEventType type,
        Instant occurredAt,
        @Nullable String source,
        Subject subject) {

    /** The thing that an event is about. */
    public sealed interface Subject {}

    /**
     * An import that has ended.
     *
     * @param outcomes how many rows have each outcome; codes without rows are absent
     */
    public record EndedImport(
            UUID importId,
            Mode mode,
            ImportState state,
            String fileName,
            int rows,
            Map<OutcomeCode, Integer> outcomes)
            implements Subject {}

    /** A request that was refused, with a code for the reason. */
    public record RefusedRequest(String requestId, String reason) implements Subject {}
}
