package org.unenrol.ledger.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports whose published rows have brought no outcome for a while. That alone does not say that
 * they are lost: they may wait for their turn. They are lost when the readers of both topics have
 * passed the marks that were taken after the last publication, or when that cannot be told for a
 * long time. Then publishing the missing rows again heals it, at growing intervals.
 */
public final class StalledImports {

    /** By how much the time grows, at most, after which rows are presumed lost. */
    private static final int MOST_PATIENCE = 4;

    private final JdbcClient jdbc;
    private final Duration patience;
    private final Duration longestInterval;
    private final Duration presumedLostAfter;

    /**
     * Takes the waiting times.
     *
     * @param patience how long no outcome may come before it is asked whether rows are lost
     * @param longestInterval the longest time between two attempts for one import
     * @param presumedLostAfter how long no outcome may come before rows are published again though
     *     nobody knows whether they are lost; up to four times as long for later attempts
     */
    public StalledImports(
            JdbcClient jdbc,
            Duration patience,
            Duration longestInterval,
            Duration presumedLostAfter) {
        this.jdbc = jdbc;
        this.patience = patience;
        this.longestInterval = longestInterval;
        this.presumedLostAfter = presumedLostAfter;
    }

    /**
     * All of them, the longest stalled first. Changes nothing. Progress, attempts and marks later
     * than now are from before the clock was put back, and count as none.
     */
    public List<StalledImport> all() {
        return jdbc.sql(
                        """
                        select id, mode, upload_file, charset, total, dispatched_through, submitted_at,
                            submitted_by, verified_by, origin, now() as at, m.topic, m.topic_id, m.offsets, m.through, tried.attempts,
                            redispatch_at is null or redispatch_at < progress_at
                                or redispatch_at > now() + cast(:longest as interval)
                                or redispatch_at < now() - least(cast(:longest as interval),
                                    cast(:patience as interval) * power(2, least(attempts, 20))) as due,
                            greatest(progress_at, case when redispatch_at <= now() then redispatch_at end) < now()
                                - cast(:presumed as interval) * least(:most, power(2, least(attempts, 20)))
                                as presumed
                        from imports.import
                        join imports.dispatch d on d.import_id = id
                        join imports.progress p on p.import_id = id
                        cross join lateral (
                            select case when redispatch_at >= progress_at then redispatches else 0 end
                                as attempts) as tried
                        left join imports.reading_mark m
                            on m.import_id = id and m.taken_at between progress_at and now()
                        where state = 'PROCESSING'
                          and dispatched_through > 0
                          and (progress_at < now() - cast(:patience as interval)
                               or progress_at > now() + cast(:patience as interval))
                        order by progress_at
                        """)
                .param("patience", patience.toString())
                .param("longest", longestInterval.toString())
                .param("presumed", presumedLostAfter.toString())
                .param("most", MOST_PATIENCE)
                .query(StalledImports::stalled)
                .list();
    }

    /** Remembers what the readers have to pass from now on. */
    public void mark(StalledImport stalled, ReadingMark mark) {
        jdbc.sql(
                        """
                        with now_still as (
                            update imports.progress set progress_at = now()
                            where import_id = :id and progress_at > now())
                        insert into imports.reading_mark (import_id, topic, topic_id, offsets, through)
                        values (:id, :topic, :topicId, :offsets, :through)
                        on conflict (import_id) do update
                        set topic = excluded.topic, topic_id = excluded.topic_id,
                            offsets = excluded.offsets, through = excluded.through,
                            taken_at = excluded.taken_at
                        """)
                .param("id", stalled.order().importId())
                .param("topic", mark.topic())
                .param("topicId", mark.topicId())
                .param("offsets", mark.offsets().toArray(Long[]::new))
                .param("through", mark.through())
                .update();
    }

    /**
     * Notes an attempt to publish rows again. Returns the import as it is now; empty when another
     * caller is at it, or it has ended.
     */
    public Optional<DispatchOrder> take(StalledImport stalled) {
        return jdbc.sql(
                        """
                        with forgotten as (
                            delete from imports.reading_mark where import_id = :id),
                        ours as (
                            select import_id from imports.dispatch join imports.progress using (import_id)
                            where import_id = :id and state = 'PROCESSING'
                              and case when redispatch_at >= progress_at then redispatches else 0 end
                                  = :attempts
                            for update skip locked),
                        now_still as (
                            update imports.progress p set progress_at = least(progress_at, now())
                            from ours where p.import_id = ours.import_id)
                        update imports.dispatch d
                        set redispatches = :attempts + 1, redispatch_at = now()
                        from ours join imports.import i on i.id = ours.import_id
                            join imports.progress p on p.import_id = i.id
                        where d.import_id = ours.import_id
                        returning id, mode, upload_file, charset, total, dispatched_through, submitted_at,
                                  submitted_by, verified_by, origin, now() as at
                        """)
                .param("id", stalled.order().importId())
                .param("attempts", stalled.attempts())
                .query(DispatchLeases::order)
                .optional();
    }

    /** Tells how many imports have stood still for the time given. */
    public int count(Duration standstill) {
        return jdbc.sql(
                        """
                        select count(*) from imports.progress
                        where state in ('PROCESSING', 'BUILDING_RESULTS')
                          and (progress_at < now() - cast(:duration as interval)
                               or state = 'BUILDING_RESULTS'
                                   and progress_at > now() + cast(:duration as interval))
                        """)
                .param("duration", standstill.toString())
                .query(Integer.class)
                .single();
    }

    /**
     * The rows that have been published and have no outcome.
     *
     * @param through the last row to look at
     */
    public BitSet missing(DispatchOrder order, int through) {
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
                .param("through", through)
                .query(
                        row -> {
                            missing.set(row.getInt(1));
                        });
        return missing;
    }

    private static StalledImport stalled(ResultSet row, int number) throws SQLException {
        return new StalledImport(
                DispatchLeases.order(row, number),
                row.getInt("attempts"),
                row.getBoolean("due"),
                row.getBoolean("presumed"),
                mark(row));
    }

    private static @Nullable ReadingMark mark(ResultSet row) throws SQLException {
        String topic = row.getString("topic");
        return topic == null
                ? null
                : new ReadingMark(
                        topic,
                        row.getString("topic_id"),
                        List.of((Long[]) row.getArray("offsets").getArray()),
                        row.getInt("through"));
    }
}
