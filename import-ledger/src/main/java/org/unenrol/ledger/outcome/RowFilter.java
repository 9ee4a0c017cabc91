package org.unenrol.ledger.outcome;

import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.SearchWords;
import org.unenrol.model.OutcomeCode;

/**
 * A choice of an import's rows.
 *
 * @param outcome only rows with this outcome; null: with any
 * @param activityId only rows that name this activity, by the platform's id; null: any
 * @param search words that all have to stand in username, name, reference or title, in any case;
 *     empty: none has to
 */
public record RowFilter(@Nullable OutcomeCode outcome, @Nullable String activityId, String search) {

    public static final RowFilter ALL = new RowFilter(null, null, "");

    public static RowFilter of(OutcomeCode outcome) {
        return new RowFilter(outcome, null, "");
    }

    /** Tells whether it leaves anything out. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** Patterns for the small letters of a row; null where none has to match. */
    String @Nullable [] patterns() {
        return SearchWords.patterns(search);
    }
}
