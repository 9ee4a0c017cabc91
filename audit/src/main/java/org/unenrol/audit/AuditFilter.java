package org.unenrol.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entries that somebody looks for; null for what does not matter.
 *
 * @param account a username, in whatever case
 * @param from the earliest time
 * @param to the time before which they are
 */
public record AuditFilter(
        @Nullable AuditKind kind,
        @Nullable String account,
        @Nullable String address,
        @Nullable UUID importId,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);
}
