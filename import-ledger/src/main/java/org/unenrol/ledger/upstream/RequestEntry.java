package org.unenrol.ledger.upstream;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request in the list of those of its source.
 *
 * @param refusal the name of the reason; null where it was not refused
 * @param importId null where it is no import
 */
public record RequestEntry(
        String requestId,
        RequestState state,
        @Nullable String refusal,
        @Nullable UUID importId,
        Instant receivedAt) {}
