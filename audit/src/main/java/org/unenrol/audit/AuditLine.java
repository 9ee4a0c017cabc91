package org.unenrol.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Entries as lines of JSON, and the text of one that is hashed: the same line without the members
 * {@code previous} and {@code hash}, in canonical form (RFC 8785).
 */
public final class AuditLine {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private AuditLine() {}

    /** A line, without its end. */
    public static String of(AuditEntry entry) {
        Map<String, Object> members = members(entry);
        AuditEntry.Link link = entry.link();
        if (link != null) {
            members.put("sequence", link.sequence());
            members.put("previous", link.previous());
            members.put("hash", link.hash());
        }
        return CanonicalJson.of(members);
    }

    /** The text that is hashed of an entry at a place in the chain. */
    public static String hashed(AuditEntry entry, long sequence) {
        Map<String, Object> members = members(entry);
        members.put("sequence", sequence);
        return CanonicalJson.of(members);
    }

    /** The text that is hashed of a line that has been read. */
    public static String hashed(Map<String, ?> line) {
        Map<String, Object> members = new TreeMap<>(line);
        members.remove("previous");
        members.remove("hash");
        return CanonicalJson.of(members);
    }

    /** Such as {@code 2026-07-04T22:13:05.004512Z}. */
    public static String time(Instant at) {
        return MICROSECONDS.format(at);
    }

    private static Map<String, Object> members(AuditEntry entry) {
        Map<String, Object> members = new TreeMap<>();
        members.put("id", entry.id());
        members.put("at", time(entry.at()));
        members.put("kind", entry.kind());
        put("accountId", entry.accountId(), members);
        put("account", entry.account(), members);
        members.put("via", entry.via());
        put("viaName", entry.viaName(), members);
        put("address", entry.address(), members);
        put("importId", entry.importId() == null ? null : entry.importId().toString(), members);
        put("about", entry.about(), members);
        members.put("details", entry.details());
        return members;
    }

    private static void put(String name, @Nullable Object value, Map<String, Object> members) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
