package org.unenrol.ledger.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests that there have been, by source. */
public final class RequestHistory {

    private final JdbcClient jdbc;

    public RequestHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The requests of a source, newest first. */
    public List<RequestEntry> of(String source, int offset, int limit) {
        return jdbc.sql(
                        """
                        select request_id, state, refusal, import_id, received_at
                        from imports.upstream_request
                        where source = :source
                        order by received_at desc, id
                        offset :offset limit :limit
                        """)
                .param("source", source)
                .param("offset", offset)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new RequestEntry(
                                        row.getString("request_id"),
                                        RequestState.valueOf(row.getString("state")),
                                        row.getString("refusal"),
                                        row.getObject("import_id", UUID.class),
                                        row.getObject("received_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** Counts the requests of a source for whoever watches over it. */
    public RequestCounts counts(String source) {
        return jdbc.sql(
                        """
                        select count(*) filter (where state in ('RECEIVING', 'RECEIVED')) as open,
                            coalesce(extract(epoch from now() - min(touched_at) filter (where state = 'RECEIVED')), 0)
                                as waiting_seconds,
                            count(*) filter (where state = 'REFUSED') as refused,
                            (select count(*) from imports.upstream_set_aside a where a.source = :source) as set_aside
                        from imports.upstream_request
                        where source = :source
                        """)
                .param("source", source)
                .query(
                        (row, number) ->
                                new RequestCounts(
                                        row.getInt("open"),
                                        Duration.ofSeconds(
                                                Math.max(0, row.getLong("waiting_seconds"))),
                                        row.getInt("refused"),
                                        row.getInt("set_aside")))
                .single();
    }

    public SourceSummary summary(String source) {
        return jdbc.sql(
                        """
                        with error as (
                            select reason, at from imports.upstream_set_aside where source = :source
                            union all
                            select r.body ->> 'reason', r.created_at
                            from imports.upstream_reply r
                            join imports.upstream_request q on q.id = r.request
                            where q.source = :source and r.type = 'REFUSED'),
                        last_error as (select reason, at from error order by at desc limit 1)
                        select count(*) as requests,
                            count(*) filter (where state in ('RECEIVING', 'RECEIVED')) as open,
                            count(*) filter (where state = 'REFUSED') as refused,
                            (select count(*) from imports.upstream_set_aside a where a.source = :source) as set_aside,
                            (select reason from last_error) as reason, (select at from last_error) as at
                        from imports.upstream_request
                        where source = :source
                        """)
                .param("source", source)
                .query(
                        (row, number) ->
                                new SourceSummary(
                                        row.getInt("requests"),
                                        row.getInt("open"),
                                        row.getInt("refused"),
                                        row.getInt("set_aside"),
                                        row.getString("reason"),
                                        instant(row.getObject("at", OffsetDateTime.class))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
