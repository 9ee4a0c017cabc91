package org.unenrol.ledger.outcome;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Detail;
import org.unenrol.model.OutcomeCode;
import org.unenrol.wording.OutcomeMessages;

/**
 * The outcome of a row as it stands in the ledger.
 *
 * @param changedFrom what the verification had said, where it said something else
 */
public record RecordedOutcome(
        int row,
        long line,
        OutcomeCode code,
        List<Detail> details,
        @Nullable OutcomeCode changedFrom) {

    /** In words for people. */
    public String sentence(OutcomeMessages messages) {
        return messages.sentence(code, details, changedFrom);
    }
}
