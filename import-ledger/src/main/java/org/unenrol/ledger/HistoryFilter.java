package org.unenrol.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.ImportState;

/**
 * The choice of imports from the history.
 *
 * @param state only imports in this state, or null for all
 * @param submittedBy only imports of this administrator, by username, or null for all
 * @param source only imports that came from there, or null for all
 * @param search words that all have to stand in file name, reason, or name or username of who
 *     submitted it, in any case; empty: none has to
 * @param since only imports submitted then or later, or null for all
 * @param until only imports submitted before, or null for all
 */
public record HistoryFilter(
        @Nullable ImportState state,
        @Nullable String submittedBy,
        @Nullable String source,
        String search,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final HistoryFilter ALL = new HistoryFilter(null, null, null);

    /** Chooses imports whatever is written in them, and whenever they were submitted. */
    public HistoryFilter(
            @Nullable ImportState state, @Nullable String submittedBy, @Nullable String source) {
        this(state, submittedBy, source, "", null, null);
    }

    /** Chooses imports wherever they came from. */
    public HistoryFilter(@Nullable ImportState state, @Nullable String submittedBy) {
        this(state, submittedBy, null);
    }
}
