package org.unenrol.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail. Its kind, way and details are as they were stored, also where a later
 * version has written them.
 *
 * @param link its place in the chain; null until it is chained
 */
public record AuditEntry(
        long id,
        Instant at,
        String kind,
        @Nullable Long accountId,
        @Nullable String account,
        String via,
        @Nullable String viaName,
        @Nullable String address,
        @Nullable UUID importId,
        @Nullable String about,
        Map<String, String> details,
        @Nullable Link link) {

    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** With a place in the chain. */
    public AuditEntry chained(Link given) {
        return new AuditEntry(
                id, at, kind, accountId, account, via, viaName, address, importId, about, details,
                given);
    }

    /**
     * A place in the chain.
     *
     * @param previous the hash of the entry before, in hexadecimal digits; zeros for the first
     * @param hash of this one
     */
    public record Link(long sequence, String previous, String hash) {}
}
