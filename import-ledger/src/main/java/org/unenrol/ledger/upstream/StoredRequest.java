package org.unenrol.ledger.upstream;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as it stands, locked by the transaction that reads it. */
record StoredRequest(
        UUID id,
        String requestId,
        RequestState state,
        @Nullable String head,
        @Nullable String tail,
        @Nullable UUID importId,
        @Nullable String askedAt,
        String language) {

    /** Tells whether what was stated before, if anything was, is the same. */
    boolean agreesWith(RequestRecord received) {
        return agrees(head, received.head()) && agrees(tail, received.tail());
    }

    private static boolean agrees(@Nullable String before, @Nullable String now) {
        return before == null || now == null || before.equals(now);
    }
}
