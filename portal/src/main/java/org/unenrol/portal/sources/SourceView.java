package org.unenrol.portal.sources;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.upstream.SourceSummary;

/** A source as a page shows it. */
record SourceView(String name, SourceSummary summary, OptionalLong lag) {

    /** The records that have not been read; null when the broker does not tell. */
    public @Nullable Long unread() {
        return lag.isPresent() ? lag.getAsLong() : null;
    }
}
