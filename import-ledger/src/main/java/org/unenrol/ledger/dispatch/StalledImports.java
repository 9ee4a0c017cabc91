package org.unenrol.ledger.dispatch;

import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports whose published rows have brought no outcome for a while. Whatever the cause was,
 * publishing the missing rows again heals it. Repeats come at growing intervals, so that a system
 * that is down for hours does not pile up copies.
 */
public final class StalledImports {

    private final JdbcClient jdbc;
    private final Duration patience;
    private final Duration longestInterval;

    /**
     * Takes the waiting times.
     *
     * @param patience how long no outcome may come before rows are published again
     * @param longestInterval the longest time between two such attempts for one import
     */
    public StalledImports(JdbcClient jdbc, Duration patience, Duration longestInterval) {
        this.jdbc = jdbc;
        this.patience = patience;
        this.longestInterval = longestInterval;
    }

    /** Takes one stalled import and notes the attempt; another caller gets another import. */
    public Optional<DispatchOrder> next() {
        return jdbc.sql(
                        """
                        update imports.import
                        set redispatches = case when redispatch_at < progress_at then 1
                                                else redispatches + 1 end,
                            redispatch_at = now()
                        where id = (
                            select id from imports.import
                            where state = 'PROCESSING'
                              and dispatched_through > 0
                              and progress_at < now() - cast(:patience as interval)
                              and (redispatch_at is null or redispatch_at < progress_at
                                   or redispatch_at < now() - least(
                                       cast(:longest as interval),
                                       cast(:patience as interval) * power(2, least(redispatches, 20))))
                            order by progress_at
                            limit 1
                            for update skip locked)
                        returning id, mode, upload_file, charset, total, dispatched_through, submitted_at,
                                  submitted_by
                        """)
                .param("patience", patience.toString())
                .param("longest", longestInterval.toString())
                .query(DispatchLeases::order)
                .optional();
    }

    /** How many imports have stood still for the time given. */
    public int count(Duration standstill) {
        return jdbc.sql(
                        """
                        select count(*) from imports.import
                        where state in ('PROCESSING', 'BUILDING_RESULTS')
                          and progress_at < now() - cast(:duration as interval)
                        """)
                .param("duration", standstill.toString())
                .query(Integer.class)
                .single();
    }

    /** The rows that have been published and have no outcome. */
    public BitSet missing(DispatchOrder order) {
        BitSet missing = new BitSet();
        jdbc.sql(
                        """
                        select published.row
                        from generate_series(1, :through) as published (row)
                        where not exists (
                            select from imports.row_outcome o
                            where o.import_id = :id and o.row = published.row)
                        """)
                .param("id", order.importId())
                .param("through", order.dispatchedThrough())
                .query(
                        row -> {
                            missing.set(row.getInt(1));
                        });
        return missing;
    }
}
