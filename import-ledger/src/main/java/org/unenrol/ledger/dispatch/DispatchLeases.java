package org.unenrol.ledger.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.Mode;

/**
 * Who dispatches which import. A lease runs by the database's clock and must be renewed at each
 * turn; when its holder dies, another takes over from the last confirmed row.
 */
public final class DispatchLeases {

    private final JdbcClient jdbc;
    private final Duration lease;

    /**
     * Takes the time after which a silent holder has lost an import.
     *
     * @param lease long enough for one turn: reading, publishing and the broker's acknowledgement
     */
    public DispatchLeases(JdbcClient jdbc, Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /** Takes the oldest import that has rows to dispatch and no living holder. */
    public Optional<DispatchOrder> acquire(UUID owner) {
        return jdbc.sql(
                        """
                        update imports.import
                        set lease_owner = :owner, lease_until = now() + cast(:duration as interval)
                        where id = (
                            select id from imports.import
                            where state = 'PROCESSING'
                              and (dispatched_through < dispatch_target
                                   or (cancel_requested_at is not null and rest_settled_at is null))
                              and (lease_until is null or lease_until < now())
                            order by submitted_at
                            limit 1
                            for update skip locked)
                        returning id, mode, upload_file, charset, total, dispatched_through, submitted_at,
                                  submitted_by
                        """)
                .param("owner", owner)
                .param("duration", lease.toString())
                .query(DispatchLeases::order)
                .optional();
    }

    /**
     * Confirms rows as published, claims the next ones and renews the lease, in one statement.
     *
     * @param dispatchedThrough the last row whose publication the broker has acknowledged
     * @param wantedThrough the last row the holder would like to publish next
     * @return empty when the lease is lost; the holder must then publish no more
     */
    public Optional<DispatchProgress> advance(
            UUID importId, UUID owner, int dispatchedThrough, int wantedThrough) {
        return jdbc.sql(
                        """
                        update imports.import
                        set dispatched_through = greatest(dispatched_through, :dispatched),
                            claimed_through = greatest(claimed_through, least(:wanted, dispatch_target)),
                            lease_until = now() + cast(:duration as interval)
                        where id = :id and lease_owner = :owner and lease_until >= now()
                          and state = 'PROCESSING'
                        returning claimed_through, dispatch_target, received,
                                  cancel_requested_at is not null and rest_settled_at is null as rest
                        """)
                .param("id", importId)
                .param("owner", owner)
                .param("dispatched", dispatchedThrough)
                .param("wanted", wantedThrough)
                .param("duration", lease.toString())
                .query(
                        (row, number) ->
                                new DispatchProgress(
                                        row.getInt("claimed_through"),
                                        row.getInt("dispatch_target"),
                                        row.getInt("received"),
                                        row.getBoolean("rest")))
                .optional();
    }

    /** Notes that every row beyond the target of a cancelled import has its outcome. */
    public void restSettled(UUID importId) {
        jdbc.sql(
                        """
                        update imports.import set rest_settled_at = now()
                        where id = :id and cancel_requested_at is not null
                        """)
                .param("id", importId)
                .update();
    }

    /** Gives an import back, so that another may take it at once. */
    public void release(UUID importId, UUID owner) {
        jdbc.sql(
                        """
                        update imports.import set lease_owner = null, lease_until = null
                        where id = :id and lease_owner = :owner
                        """)
                .param("id", importId)
                .param("owner", owner)
                .update();
    }

    static DispatchOrder order(ResultSet row, int number) throws SQLException {
        return new DispatchOrder(
                row.getObject("id", UUID.class),
                Mode.valueOf(row.getString("mode")),
                row.getObject("upload_file", UUID.class),
                row.getString("charset"),
                row.getInt("total"),
                row.getInt("dispatched_through"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getString("submitted_by"));
    }
}
