package org.unenrol.ingest.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.ledger.Submission;

/**
 * The header that makes a repeated request harmless, as in the IETF draft "The Idempotency-Key HTTP
 * Header Field".
 */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** The key as the ledger takes it; none is no key. */
    static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST)) {
            throw ProblemType.KEY_INVALID.exception();
        }
        return key;
    }

    /** The new import, or the one that the same request has made before. */
    static UUID importOf(Submission submission) {
        if (submission instanceof Submission.KeyReused) {
            throw ProblemType.KEY_REUSED.exception();
        }
        return submission.importId();
    }
}
