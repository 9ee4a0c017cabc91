package org.unenrol.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/**
 * An import as it stands.
 *
 * @param sequence grows with every import; the order of the history
 * @param verifiedBy the verify-only import that this one applies as it stood
 * @param origin the import whose rows this one takes back or runs again
 * @param learnerEmails its choice about emails to its learners
 * @param reason what it is for, in its submitter's words; null where none is given
 */
public record Import(
        UUID id,
        long sequence,
        Mode mode,
        ImportFile file,
        int rows,
        Submitter submitter,
        Instant submittedAt,
        @Nullable UUID verifiedBy,
        @Nullable UUID origin,
        LearnerEmails learnerEmails,
        @Nullable String reason,
        Progress progress) {

    /** The upstream system or the folder that it came from; null where a person submitted it. */
    public @Nullable String source() {
        return submitter.source();
    }

    public ImportState state() {
        return progress.state();
    }

    public int succeeded() {
        return progress.count(true);
    }

    public int failed() {
        return progress.count(false);
    }

    /** Tells whether it has rows that a cancel could keep from being processed. */
    public boolean isCancellable() {
        return state() == ImportState.PROCESSING && progress.cancelRequestedAt() == null;
    }

    /** Tells whether it has ended with places that can be given back. */
    public boolean isTakeBackable() {
        return mode == Mode.APPLY && hasRowsToUse() && count(OutcomeCode::isEnding) > 0;
    }

    /** Tells whether it has ended with rows that the system failed. */
    public boolean isRunnableAgain() {
        return mode != Mode.TAKE_BACK && hasRowsToUse() && count(OutcomeCode::isUnprocessed) > 0;
    }

    private boolean hasRowsToUse() {
        return (state() == ImportState.COMPLETED || state() == ImportState.CANCELLED)
                && file.upload() != null
                && progress.deleted().outcomes() == null;
    }

    /** Counts rows by their outcomes. */
    public int count(Predicate<OutcomeCode> codes) {
        return progress.outcomes().entrySet().stream()
                .filter(entry -> codes.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Tells whether it was verified and can now be applied as it stands. */
    public boolean isApplicable() {
        return mode == Mode.VERIFY_ONLY
                && state() == ImportState.COMPLETED
                && file.upload() != null
                && progress.deleted().outcomes() == null;
    }
}
