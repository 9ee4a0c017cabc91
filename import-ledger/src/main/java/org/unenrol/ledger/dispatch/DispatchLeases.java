package org.unenrol.ledger.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.Mode;

/**
 * The leases of those who dispatch imports. A lease runs by the database's clock and must be
 * renewed at each turn; when its holder dies, another takes over from the last confirmed row.
 */
public final class DispatchLeases {

    /** An import with no more rows than these is not made to wait for larger ones. */
    private static final int FEW = 1_000;

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

    /** Takes an import that has rows to dispatch and no living holder, however large. */
    public Optional<DispatchOrder> acquire(UUID owner) {
        return acquire(owner, Integer.MAX_VALUE);
    }

    /**
     * Takes an import that has rows to dispatch and no living holder. Those with few rows left go
     * first, then the one that has waited longest. A lease that ends later than any that is given
     * now is from before the clock was put back, and holds nobody up.
     *
     * @param most how many rows it may have left
     */
    public Optional<DispatchOrder> acquire(UUID owner, int most) {
        return jdbc.sql(
                        """
                        update imports.dispatch d
                        set lease_owner = :owner, lease_until = now() + cast(:duration as interval)
                        from imports.import i join imports.progress p on p.import_id = i.id
                        where i.id = d.import_id and d.import_id = (
                            select import_id from imports.dispatch join imports.progress using (import_id)
                            where state = 'PROCESSING'
                              and (dispatched_through < target
                                   or (cancel_requested_at is not null and rest_settled_at is null))
                              and (lease_until is null or lease_until < now()
                                   or lease_until > now() + 2 * cast(:duration as interval))
                              and target - dispatched_through <= :most
                            order by target - dispatched_through > :few, waiting_since
                            limit 1
                            for update of dispatch skip locked)
                        returning id, mode, upload_file, charset, total, dispatched_through, submitted_at,
                                  submitted_by, verified_by, origin, now() as at
                        """)
                .param("owner", owner)
                .param("duration", lease.toString())
                .param("most", most)
                .param("few", FEW)
                .query(DispatchLeases::order)
                .optional();
    }

    /**
     * Tells how far every import has come that is not complete, whoever holds it. Changes nothing.
     */
    public List<DispatchProgress> progress(UUID owner) {
        return jdbc.sql(
                        """
                        select import_id, dispatched_through, claimed_through, target, received,
                            coalesce(lease_owner = :owner and lease_until >= now(), false) as held,
                            cancel_requested_at is not null and rest_settled_at is null as rest,
                            (dispatched_through < target
                                or (cancel_requested_at is not null and rest_settled_at is null))
                              and (lease_until is null or lease_until < now()
                                or lease_until > now() + 2 * cast(:duration as interval)) as waiting,
                            progress_at < now() - interval '10 seconds' as still, call_millis
                        from imports.dispatch join imports.progress using (import_id)
                        where state = 'PROCESSING'
                        """)
                .param("owner", owner)
                .param("duration", lease.toString())
                .query(
                        (row, number) ->
                                new DispatchProgress(
                                        row.getObject("import_id", UUID.class),
                                        row.getBoolean("held"),
                                        row.getBoolean("waiting"),
                                        row.getInt("dispatched_through"),
                                        row.getInt("claimed_through"),
                                        row.getInt("target"),
                                        row.getInt("received"),
                                        row.getBoolean("rest"),
                                        row.getBoolean("still"),
                                        Duration.ofMillis(row.getInt("call_millis"))))
                .list();
    }

    /**
     * Confirms rows as published, claims the next ones and renews the leases, in one statement. An
     * import whose lease is lost is left out, and one that another session has locked: nobody waits
     * for it.
     *
     * @return how far each of the others is claimed; its holder may publish that far
     */
    public Map<UUID, Integer> advance(UUID owner, List<DispatchClaim> claims) {
        return jdbc
                .sql(
                        """
                        with claim as (
                            select * from unnest(:ids::uuid[], :dispatched::int[], :wanted::int[])
                                as c (import_id, dispatched, wanted)),
                        held as (
                            select import_id from imports.dispatch join imports.progress using (import_id)
                            where import_id = any(:ids::uuid[]) and lease_owner = :owner
                              and lease_until >= now() and state = 'PROCESSING'
                            order by import_id
                            for no key update of dispatch skip locked)
                        update imports.dispatch
                        set dispatched_through = greatest(dispatched_through, claim.dispatched),
                            claimed_through =
                                greatest(claimed_through, least(claim.wanted, target)),
                            lease_until = now() + cast(:duration as interval)
                        from held join claim using (import_id)
                        where dispatch.import_id = held.import_id
                        returning dispatch.import_id, claimed_through
                        """)
                .param("ids", claims.stream().map(DispatchClaim::importId).toArray(UUID[]::new))
                .param(
                        "dispatched",
                        claims.stream()
                                .map(DispatchClaim::dispatchedThrough)
                                .toArray(Integer[]::new))
                .param(
                        "wanted",
                        claims.stream().map(DispatchClaim::wantedThrough).toArray(Integer[]::new))
                .param("owner", owner)
                .param("duration", lease.toString())
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getObject("import_id", UUID.class),
                                        row.getInt("claimed_through")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Renews those of the owner's leases of which a third is over; the others are left alone. */
    public void renew(UUID owner) {
        jdbc.sql(
                        """
                        update imports.dispatch
                        set lease_until = now() + cast(:duration as interval)
                        where import_id in (
                            select import_id from imports.dispatch join imports.progress using (import_id)
                            where state = 'PROCESSING' and lease_owner = :owner and lease_until >= now()
                              and (lease_until < now() + cast(:duration as interval) * 2 / 3
                                   or lease_until > now() + cast(:duration as interval))
                            for no key update of dispatch skip locked)
                        """)
                .param("owner", owner)
                .param("duration", lease.toString())
                .update();
    }

    /**
     * Tells whether no other session has locked the import, so that recording does not have to
     * wait.
     */
    public boolean isFree(UUID importId) {
        return jdbc.sql(
                        """
                        select import_id from imports.progress where import_id = :id
                        for no key update skip locked
                        """)
                .param("id", importId)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /**
     * Notes that every row beyond the target of a cancelled import has its outcome. Returns false
     * when that could not be noted now.
     */
    public boolean restSettled(UUID importId) {
        return jdbc.sql(
                                """
                                update imports.dispatch set rest_settled_at = now()
                                where import_id = (
                                    select import_id
                                    from imports.dispatch join imports.progress using (import_id)
                                    where import_id = :id and cancel_requested_at is not null
                                    for no key update of dispatch skip locked)
                                """)
                        .param("id", importId)
                        .update()
                == 1;
    }

    /** Gives an import back, so that another may take it at once, after those that have waited. */
    public void release(UUID importId, UUID owner) {
        jdbc.sql(
                        """
                        update imports.dispatch
                        set lease_owner = null, lease_until = null, waiting_since = now()
                        where import_id = (
                            select import_id from imports.dispatch
                            where import_id = :id and lease_owner = :owner
                            for no key update skip locked)
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
                row.getString("submitted_by"),
                row.getObject("verified_by", UUID.class),
                row.getObject("origin", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
