package org.unenrol.ledger.outcome;

import org.jspecify.annotations.Nullable;
import org.unenrol.model.RowContent;

/**
 * A row with its outcome, as it is shown.
 *
 * @param content what stands in the row, and whom and what it named
 * @param activityId the platform's id of what it named; null where that was not recognised
 */
public record RowEntry(RecordedOutcome recorded, RowContent content, @Nullable String activityId) {

    public int row() {
        return recorded.row();
    }
}
