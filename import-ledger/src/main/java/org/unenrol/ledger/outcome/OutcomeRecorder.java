package org.unenrol.ledger.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;

/**
 * Records outcomes, each row's first one, and counts what was really recorded. The transaction that
 * records the last missing row, and only that one, finds its import complete.
 */
public final class OutcomeRecorder {

    /** What a verified outcome becomes when it is applied and nothing has changed, as JSON. */
    private static final String WHEN_APPLIED =
            Arrays.stream(OutcomeCode.values())
                    .map(code -> "\"%s\":\"%s\"".formatted(code, code.whenApplied()))
                    .collect(Collectors.joining(",", "{", "}"));

    /** The words of every outcome, as a JSON object by code. */
    private static final String WORDS =
            Arrays.stream(OutcomeCode.values())
                    .map(code -> "\"%s\":\"%s\"".formatted(code, code.words()))
                    .collect(Collectors.joining(",", "{", "}"));

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public OutcomeRecorder(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Records a batch. Outcomes of unknown or ended imports, or of rows that the file does not
     * have, change nothing.
     *
     * @return the imports that became complete by this batch
     */
    public Set<UUID> record(List<RowOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Set.of();
        }
        OutcomeBatch batch = new OutcomeBatch(outcomes);
        Optional<Set<UUID>> completed = Optional.empty();
        while (completed.isEmpty()) {
            completed = transaction.execute(status -> tryToRecord(batch, status));
        }
        return completed.get();
    }

    /**
     * Imports are locked last, as their dispatcher and all other batches wait for them meanwhile.
     *
     * @return empty when an import has ended in between: nothing is recorded then
     */
    private Optional<Set<UUID>> tryToRecord(OutcomeBatch batch, TransactionStatus status) {
        List<Recorded> recorded = insert(batch);
        queueNotices(batch.withNotices(ids(recorded)));
        if (!lockImports(recorded)) {
            status.setRollbackOnly();
            return Optional.empty();
        }
        return Optional.of(count(recorded));
    }

    /**
     * In the order of their ids: two batches with the same imports cannot wait for each other.
     *
     * @return whether none of them has ended
     */
    private boolean lockImports(List<Recorded> recorded) {
        UUID[] ids = recorded.stream().map(Recorded::importId).distinct().toArray(UUID[]::new);
        return jdbc.sql(
                                """
                                select id from imports.import
                                where id = any(:ids) and state = 'PROCESSING'
                                order by id
                                for no key update
                                """)
                        .param("ids", ids)
                        .query(UUID.class)
                        .list()
                        .size()
                == ids.length;
    }

    /** In the order of the table's key, so that neighbours are written together. */
    private List<Recorded> insert(OutcomeBatch batch) {
        return jdbc.sql(
                        """
                        with recorded as (
                            insert into imports.row_outcome (import_id, row, line, code, message, changed_from)
                            select o.import_id, o.row, o.line, o.code,
                                   o.message || case when changed.code is null then '' else
                                       ' This has changed since the verification, which said: '
                                       || (:words::jsonb ->> changed.code) || '.' end,
                                   changed.code
                            from unnest(:importIds::uuid[], :rows::int[], :lines::bigint[], :codes::text[],
                                        :messages::text[])
                                     as o (import_id, row, line, code, message)
                            join imports.import i on i.id = o.import_id and i.state = 'PROCESSING'
                                                 and o.row between 1 and i.total
                            left join lateral (
                                select v.code from imports.row_outcome v
                                where v.import_id = i.verified_by and v.row = o.row
                                  and o.code not in ('NOT_PROCESSED', 'SYSTEM_ERROR')
                                  and o.code is distinct from (:whenApplied::jsonb ->> v.code)
                            ) as changed on true
                            order by o.import_id, o.row
                            on conflict do nothing
                            returning import_id, row, code, changed_from is not null as changed)
                        select import_id, code, array_agg(row) as rows, count(*) filter (where changed) as changed
                        from recorded
                        group by import_id, code
                        """)
                .param("importIds", batch.importIds())
                .param("rows", batch.rows())
                .param("lines", batch.lines())
                .param("codes", batch.codes())
                .param("messages", batch.messages())
                .param("whenApplied", WHEN_APPLIED)
                .param("words", WORDS)
                .query(
                        (row, number) ->
                                new Recorded(
                                        row.getObject("import_id", UUID.class),
                                        row.getString("code"),
                                        List.of((Integer[]) row.getArray("rows").getArray()),
                                        row.getInt("changed")))
                .list();
    }

    private static Set<RowId> ids(List<Recorded> recorded) {
        return recorded.stream()
                .flatMap(
                        group -> group.rows().stream().map(row -> new RowId(group.importId(), row)))
                .collect(Collectors.toSet());
    }

    private void queueNotices(OutcomeBatch due) {
        if (due.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into imports.mail (kind, import_id, row, recipient, recipient_name, activity_title)
                        select case n.place when 'KEPT' then 'LEARNER_PLACE_KEPT' else 'LEARNER_UNENROLMENT' end,
                               n.import_id, n.row, n.recipient, n.name, n.title
                        from unnest(:places::text[], :importIds::uuid[], :rows::int[], :recipients::text[],
                                    :names::text[], :titles::text[])
                                 as n (place, import_id, row, recipient, name, title)
                        join imports.import i on i.id = n.import_id and i.mode = 'APPLY'
                        on conflict do nothing
                        """)
                .param("places", due.notices(notice -> notice.place().name()))
                .param("importIds", due.importIds())
                .param("rows", due.rows())
                .param("recipients", due.notices(RowOutcome.LearnerNotice::email))
                .param("names", due.notices(RowOutcome.LearnerNotice::name))
                .param("titles", due.notices(RowOutcome.LearnerNotice::activityTitle))
                .update();
    }

    private Set<UUID> count(List<Recorded> recorded) {
        if (recorded.isEmpty()) {
            return Set.of();
        }
        UUID[] importIds = recorded.stream().map(Recorded::importId).toArray(UUID[]::new);
        int[] rows = recorded.stream().mapToInt(group -> group.rows().size()).toArray();
        addToCodes(importIds, rows, recorded.stream().map(Recorded::code).toArray(String[]::new));
        return addToImports(
                importIds, rows, recorded.stream().mapToInt(Recorded::changed).toArray());
    }

    private void addToCodes(UUID[] importIds, int[] rows, String[] codes) {
        jdbc.sql(
                        """
                        insert into imports.outcome_count (import_id, code, rows)
                        select r.import_id, r.code, r.rows
                        from unnest(:importIds::uuid[], :codes::text[], :rows::int[])
                            as r (import_id, code, rows)
                        order by r.import_id, r.code
                        on conflict (import_id, code) do update
                        set rows = outcome_count.rows + excluded.rows
                        """)
                .param("importIds", importIds)
                .param("codes", codes)
                .param("rows", rows)
                .update();
    }

    private Set<UUID> addToImports(UUID[] importIds, int[] rows, int[] changed) {
        return jdbc
                .sql(
                        """
                        with added as (
                            select r.import_id, sum(r.rows) as rows, sum(r.changed) as changed
                            from unnest(:importIds::uuid[], :rows::int[], :changed::int[])
                                as r (import_id, rows, changed)
                            group by r.import_id)
                        update imports.import i
                        set received = i.received + added.rows,
                            changed = i.changed + added.changed,
                            progress_at = now(),
                            state = case when i.received + added.rows = i.total
                                then 'BUILDING_RESULTS' else i.state end
                        from added
                        where i.id = added.import_id
                        returning i.id, i.state
                        """)
                .param("importIds", importIds)
                .param("rows", rows)
                .param("changed", changed)
                .query(
                        (row, number) ->
                                "BUILDING_RESULTS".equals(row.getString("state"))
                                        ? Optional.of(row.getObject("id", UUID.class))
                                        : Optional.<UUID>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rows of one import that were recorded with one code. */
    private record Recorded(UUID importId, String code, List<Integer> rows, int changed) {}
}
