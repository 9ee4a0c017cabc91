package org.unenrol.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an import that are no longer kept, each with the time from which on it has not been;
 * null for what is.
 */
public record Deleted(
        @Nullable Instant upload,
        @Nullable Instant results,
        @Nullable Instant outcomes,
        @Nullable Instant mails) {

    /** Everything is kept. */
    public static final Deleted NOTHING = new Deleted(null, null, null, null);
}
