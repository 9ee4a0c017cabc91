package org.unenrol.ledger.upstream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a source in numbers.
 *
 * @param open those that are being received or are about to become imports
 * @param setAside records that nobody could be answered about
 * @param lastError the reason of the latest refusal or of the latest record set aside; null where
 *     there was none
 */
public record SourceSummary(
        int requests,
        int open,
        int refused,
        int setAside,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {}
