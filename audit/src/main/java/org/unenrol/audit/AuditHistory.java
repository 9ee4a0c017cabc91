package org.unenrol.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The trail, read. */
public final class AuditHistory {

    private static final int ROWS = 1_000;

    private static final String FILTERED =
            """
            select * from audit.entry
            where (:kind::text is null or kind = :kind)
              and (:account::text is null or lower(account) = lower(:account))
              and (:address::text is null or address = :address)
              and (:importId::uuid is null or import_id = :importId)
              and (:from::timestamptz is null or at >= :from)
              and (:to::timestamptz is null or at < :to)
            """;

    private static final String PAGE =
            FILTERED
                    + """
              and (:after::bigint is null or id < :after)
            order by id desc
            limit :limit
            """;

    private static final String NEXT =
            FILTERED
                    + """
              and sequence > :after
            order by sequence
            limit :limit
            """;

    private final JdbcClient jdbc;

    public AuditHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the trail, newest first.
     *
     * @param after the id of the last entry of the page before, or null for the first page
     */
    public List<AuditEntry> page(AuditFilter filter, @Nullable Long after, int limit) {
        return filtered(PAGE, filter)
                .param("after", after)
                .param("limit", limit)
                .query(new AuditRows())
                .list();
    }

    /** Hands over the chained entries in the order of the chain, some at a time. */
    public void forEach(AuditFilter filter, Consumer<AuditEntry> action) {
        long after = 0;
        List<AuditEntry> some = next(filter, after);
        while (!some.isEmpty()) {
            some.forEach(action);
            AuditEntry.Link last = some.get(some.size() - 1).link();
            after = last == null ? Long.MAX_VALUE : last.sequence();
            some = next(filter, after);
        }
    }

    /** The newest entry of a kind. */
    public Optional<AuditEntry> newest(AuditKind kind) {
        return page(new AuditFilter(kind, null, null, null, null, null), null, 1).stream()
                .findFirst();
    }

    private List<AuditEntry> next(AuditFilter filter, long after) {
        return filtered(NEXT, filter)
                .param("after", after)
                .param("limit", ROWS)
                .query(new AuditRows())
                .list();
    }

    private StatementSpec filtered(String sql, AuditFilter filter) {
        AuditKind kind = filter.kind();
        return jdbc.sql(sql)
                .param("kind", kind == null ? null : kind.name())
                .param("account", filter.account())
                .param("address", filter.address())
                .param("importId", filter.importId())
                .param("from", time(filter.from()))
                .param("to", time(filter.to()));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
