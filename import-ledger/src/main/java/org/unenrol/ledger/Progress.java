package org.unenrol.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.model.ImportState;
import org.unenrol.model.OutcomeCode;

/**
 * The progress of an import.
 *
 * @param received how many rows have an outcome
 * @param outcomes how many rows have which; codes without rows are absent
 * @param changed how many rows have another answer than in the verification that is applied
 * @param resultsFile null until the results are built, and once they are no longer kept
 * @param failure why it could not be finished; null unless it has failed
 * @param deleted what is no longer kept of it
 */
public record Progress(
        ImportState state,
        int received,
        Map<OutcomeCode, Integer> outcomes,
        int changed,
        @Nullable Instant cancelRequestedAt,
        @Nullable Instant completedAt,
        @Nullable UUID resultsFile,
        @Nullable Damage failure,
        Deleted deleted) {

    int count(boolean success) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().isSuccess() == success)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
