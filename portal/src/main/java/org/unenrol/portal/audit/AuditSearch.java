package org.unenrol.portal.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unenrol.audit.AuditFilter;
import org.unenrol.audit.AuditKind;

/**
 * The entries that are asked for, as they are written in the form.
 *
 * @param from the first day, such as {@code 2026-07-04}
 * @param to the last day
 */
record AuditSearch(
        @Nullable String kind,
        @Nullable String person,
        @Nullable String address,
        @Nullable String importId,
        @Nullable String from,
        @Nullable String to) {

    AuditSearch {
        kind = given(kind);
        person = given(person);
        address = given(address);
        importId = given(importId);
        from = given(from);
        to = given(to);
    }

    /** Null for nothing but space, so that links have only what is asked for. */
    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.replace("\0", "").strip();
    }

    /** The field that cannot be read; null where all can. */
    @Nullable String wrongField() {
        if (kind != null && Arrays.stream(AuditKind.values()).noneMatch(this::isAskedFor)) {
            return "kind";
        }
        if (importId != null && !isReadable(importId, UUID::fromString)) {
            return "importId";
        }
        if (from != null && !isReadable(from, LocalDate::parse)) {
            return "from";
        }
        return to != null && !isReadable(to, LocalDate::parse) ? "to" : null;
    }

    private boolean isAskedFor(AuditKind known) {
        return known.name().equals(kind);
    }

    private static boolean isReadable(String text, Function<String, ?> read) {
        try {
            return read.apply(text) != null;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }

    /** The filter, where every field can be read. */
    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                kind == null ? null : AuditKind.valueOf(kind),
                person,
                address,
                importId == null ? null : UUID.fromString(importId),
                from == null ? null : LocalDate.parse(from).atStartOfDay(zone).toInstant(),
                to == null ? null : LocalDate.parse(to).plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** All that is asked for, for the entry about an export; null for everything. */
    @Nullable String description() {
        String all =
                Stream.of(kind, person, address, importId, from, to)
                        .map(one -> one == null ? "" : one)
                        .collect(Collectors.joining(", "));
        return all.replace(", ", "").isEmpty() ? null : all;
    }
}
