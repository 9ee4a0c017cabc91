package org.unenrol.ledger;

import org.jspecify.annotations.Nullable;
import org.unenrol.model.ImportState;

/**
 * The choice of imports from the history.
 *
 * @param state only imports in this state, or null for all
 * @param submittedBy only imports of this administrator, by username, or null for all
 * @param source only imports that came from there, or null for all
 */
public record HistoryFilter(
        @Nullable ImportState state, @Nullable String submittedBy, @Nullable String source) {

    public static final HistoryFilter ALL = new HistoryFilter(null, null, null);

    /** Chooses imports wherever they came from. */
    public HistoryFilter(@Nullable ImportState state, @Nullable String submittedBy) {
        this(state, submittedBy, null);
    }
}
