package org.unenrol.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/**
 * An import as it stands.
 *
 * @param sequence grows with every import; the order of the history
 * @param uploadFile null once the files are no longer kept
 * @param resultsFile null until the results are built, and once they are no longer kept
 * @param received how many rows have an outcome
 * @param verifiedBy the verify-only import that this one applies as it stood
 * @param changed how many rows have another answer than in that one
 * @param failure why it could not be finished; null unless it has failed
 */
public record Import(
        UUID id,
        long sequence,
        ImportState state,
        Mode mode,
        String fileName,
        String sha256,
        Reading reading,
        @Nullable UUID uploadFile,
        @Nullable UUID resultsFile,
        int rows,
        int received,
        Map<OutcomeCode, Integer> outcomes,
        int changed,
        Submitter submitter,
        Instant submittedAt,
        @Nullable Instant cancelRequestedAt,
        @Nullable Instant completedAt,
        @Nullable UUID verifiedBy,
        @Nullable Damage failure) {

    public int succeeded() {
        return count(true);
    }

    public int failed() {
        return count(false);
    }

    /** Tells whether it was verified and can now be applied as it stands. */
    public boolean isApplicable() {
        return mode == Mode.VERIFY_ONLY && state == ImportState.COMPLETED && uploadFile != null;
    }

    private int count(boolean success) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().isSuccess() == success)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
