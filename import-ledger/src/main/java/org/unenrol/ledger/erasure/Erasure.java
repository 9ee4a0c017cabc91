package org.unenrol.ledger.erasure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of a person's data.
 *
 * @param imports how many imports named the person so far
 * @param rows how many rows of theirs did
 * @param mails how many mails about those rows there were
 * @param endedAt null while it goes on
 */
public record Erasure(
        UUID id,
        String askedBy,
        Instant askedAt,
        int imports,
        int rows,
        int mails,
        @Nullable Instant endedAt) {}
