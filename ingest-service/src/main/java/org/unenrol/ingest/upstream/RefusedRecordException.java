package org.unenrol.ingest.upstream;

import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.upstream.RequestRefusal;

/** Thrown for a record that is not taken in. */
final class RefusedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RequestRefusal refusal;
    private final @Nullable String requestId;

    /**
     * Takes why, and whom to answer.
     *
     * @param requestId null where the record does not tell
     */
    RefusedRecordException(RequestRefusal refusal, @Nullable String requestId) {
        super(refusal.reason().name());
        this.refusal = refusal;
        this.requestId = requestId;
    }

    RequestRefusal refusal() {
        return refusal;
    }

    @Nullable String requestId() {
        return requestId;
    }
}
