package org.unenrol.ledger.outcome;

import org.jspecify.annotations.Nullable;
import org.unenrol.model.OutcomeCode;

/**
 * The outcome of a row as it stands in the ledger.
 *
 * @param changedFrom what the verification had said, where it said something else
 */
public record RecordedOutcome(
        int row, long line, OutcomeCode code, String message, @Nullable OutcomeCode changedFrom) {}
