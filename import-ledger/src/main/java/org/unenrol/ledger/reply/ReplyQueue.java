package org.unenrol.ledger.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.ledger.event.OutcomeCounts;
import org.unenrol.model.Mode;
import org.unenrol.model.upstream.RequestReply;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that are to be published, those to one request in order and by one instance at a time.
 */
public final class ReplyQueue {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Duration lease;

    /**
     * Takes the time after which a silent publisher has lost its answers.
     *
     * @param lease renewed while rows are answered
     */
    public ReplyQueue(JdbcClient jdbc, Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /**
     * Takes the next answers.
     *
     * @param mostRows none about larger imports
     */
    public List<ReplyOrder> acquire(UUID owner, int mostRows, int limit) {
        return jdbc.sql(
                        """
                        with taken as (
                            update imports.upstream_reply
                            set lease_owner = :owner, lease_until = now() + cast(:lease as interval)
                            where id in (
                                select r.id from imports.upstream_reply r
                                join imports.upstream_request q on q.id = r.request
                                left join imports.progress p on p.import_id = q.import_id
                                where r.published_at is null
                                  and (r.lease_owner is null or r.lease_until < now()
                                       or r.lease_until > now() + 2 * cast(:lease as interval))
                                  and coalesce(p.total, 0) <= :mostRows
                                  and not exists (
                                      select from imports.upstream_reply earlier
                                      where earlier.request = r.request and earlier.id < r.id
                                        and earlier.published_at is null)
                                order by r.id
                                limit :limit
                                for no key update of r skip locked)
                            returning id, request, type, variant, body, rows_through)
                        select r.*, q.source, q.request_id, q.import_id, q.reply_rows, q.language, i.mode, p.total,
                        """
                                + OutcomeCounts.COLUMN
                                + """
                        from taken r
                        join imports.upstream_request q on q.id = r.request
                        left join imports.import i on i.id = q.import_id
                        left join imports.progress p on p.import_id = q.import_id
                        order by r.id
                        """)
                .param("owner", owner)
                .param("lease", lease.toString())
                .param("mostRows", mostRows)
                .param("limit", limit)
                .query((row, number) -> order(row))
                .list();
    }

    private static ReplyOrder order(ResultSet row) throws SQLException {
        ReplyOrder.Type type = ReplyOrder.Type.valueOf(row.getString("type"));
        String mode = row.getString("mode");
        return new ReplyOrder(
                row.getLong("id"),
                row.getObject("request", UUID.class),
                new RequestKey(row.getString("source"), row.getString("request_id")),
                type,
                refusal(row.getString("body"), row.getString("variant")),
                row.getObject("import_id", UUID.class),
                mode == null ? null : Mode.valueOf(mode),
                row.getInt("total"),
                OutcomeCounts.parse(row.getString("outcomes")),
                row.getInt("rows_through"),
                row.getBoolean("reply_rows")
                        && (type == ReplyOrder.Type.COMPLETED || type == ReplyOrder.Type.CANCELLED),
                row.getString("language"));
    }

    private static RequestReply.@Nullable Refused refusal(@Nullable String body, String variant) {
        return body == null
                ? null
                : JSON.readValue(body, RequestReply.Refused.class).asVariant(variant);
    }

    /**
     * Notes that the rows up to one are answered, and renews the lease.
     *
     * @return false when it is lost
     */
    public boolean advance(long id, UUID owner, int rowsThrough) {
        return jdbc.sql(
                                """
                                update imports.upstream_reply
                                set rows_through = :rowsThrough, lease_until = now() + cast(:lease as interval)
                                where id = :id and lease_owner = :owner and published_at is null
                                """)
                        .param("id", id)
                        .param("owner", owner)
                        .param("rowsThrough", rowsThrough)
                        .param("lease", lease.toString())
                        .update()
                == 1;
    }

    /** Notes that answers are published, those that are still the owner's. */
    public void published(Collection<Long> ids, UUID owner) {
        jdbc.sql(
                        """
                        update imports.upstream_reply set published_at = now(), lease_owner = null
                        where id = any(:ids) and lease_owner = :owner
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("owner", owner)
                .update();
    }
}
