package org.unenrol.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be recorded.
 *
 * @param by the username of who did it; null for whoever asks at that moment
 * @param source the upstream system or the folder that acts in that name; null where none does
 * @param about the id of what it was done to, where that is no import
 * @param details by their stored names
 */
public record AuditEvent(
        AuditKind kind,
        @Nullable String by,
        @Nullable String source,
        @Nullable UUID importId,
        @Nullable String about,
        Map<String, String> details) {

    private static final int LONGEST = 10_000;

    public AuditEvent {
        details = Map.copyOf(details);
    }

    public static AuditEvent of(AuditKind kind) {
        return new AuditEvent(kind, null, null, null, null, Map.of());
    }

    public AuditEvent by(@Nullable String username) {
        return new AuditEvent(kind, username, source, importId, about, details);
    }

    public AuditEvent from(@Nullable String givenSource) {
        return new AuditEvent(kind, by, givenSource, importId, about, details);
    }

    public AuditEvent about(UUID givenImport) {
        return new AuditEvent(kind, by, source, givenImport, about, details);
    }

    public AuditEvent about(long id) {
        return new AuditEvent(kind, by, source, importId, Long.toString(id), details);
    }

    /**
     * Adds a detail; nothing for null. Only what can be stored of it, and not all of a long one.
     */
    public AuditEvent with(AuditDetail name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(details);
        more.put(name.key(), storable(value.toString()));
        return new AuditEvent(kind, by, source, importId, about, more);
    }

    private static String storable(String text) {
        byte[] encodable = text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
        String stored = new String(encodable, StandardCharsets.UTF_8);
        return stored.codePointCount(0, stored.length()) <= LONGEST
                ? stored
                : stored.substring(0, stored.offsetByCodePoints(0, LONGEST));
    }
}
