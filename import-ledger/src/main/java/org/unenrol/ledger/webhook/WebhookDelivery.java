package org.unenrol.ledger.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.event.WebhookEventType;

/**
 * A delivery as it stands.
 *
 * @param id grows with every delivery; the order of the history
 * @param address the name of the address
 * @param tries how many have begun
 * @param lastStatus the HTTP status of the last answer; null where there was none
 * @param lastFailure null where the last try has not failed
 */
public record WebhookDelivery(
        long id,
        About about,
        String address,
        WebhookState state,
        int tries,
        @Nullable Integer lastStatus,
        WebhookFailure.@Nullable Kind lastFailure,
        Times times) {

    /**
     * The event that is told.
     *
     * @param importId null for a request that was refused
     * @param fileName likewise
     * @param requestId null for an import
     */
    public record About(
            UUID eventId,
            WebhookEventType type,
            @Nullable UUID importId,
            @Nullable String fileName,
            @Nullable String source,
            @Nullable String requestId) {}

    /**
     * The times of a delivery.
     *
     * @param next when it is tried again, unless it has ended
     * @param ended null until then
     */
    public record Times(Instant occurred, Instant next, @Nullable Instant ended) {}
}
