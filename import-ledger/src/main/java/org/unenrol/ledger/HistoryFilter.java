package org.unenrol.ledger;

import org.jspecify.annotations.Nullable;
import org.unenrol.model.ImportState;

/**
 * The choice of imports from the history.
 *
 * @param state only imports in this state, or null for all
 * @param submittedBy only imports of this administrator, by username, or null for all
 */
public record HistoryFilter(@Nullable ImportState state, @Nullable String submittedBy) {

    public static final HistoryFilter ALL = new HistoryFilter(null, null);
}
