package org.unenrol.ledger;

import org.jspecify.annotations.Nullable;
import org.unenrol.model.ImportState;

/**
 * Which imports of the history are wanted.
 *
 * @param state only imports in this state, or null for all
 * @param submittedBy only imports of this administrator, by username, or null for all
 */
public record HistoryFilter(@Nullable ImportState state, @Nullable String submittedBy) {

    public static final HistoryFilter ALL = new HistoryFilter(null, null);
}
