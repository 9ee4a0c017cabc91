package org.unenrol.ledger.outcome;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.model.RowOutcome;

/**
 * Records outcomes, each row's first one, and counts what was really recorded. One that tells of an
 * enrolment that has ended takes the place of one that does not, while the import runs. The
 * transaction that records the last missing row, and only that one, finds its import complete.
 */
public final class OutcomeRecorder {

    private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);

    /** PostgreSQL's SQL state 55P03. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final OutcomeTable table;

    public OutcomeRecorder(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.table = new OutcomeTable(jdbc);
    }

    /**
     * Records a batch. Outcomes of unknown or ended imports, or of rows that the file does not
     * have, change nothing.
     *
     * @return the imports that became complete by this batch
     * @throws ImportLockedException when somebody has locked one for longer than two seconds
     */
    public Set<UUID> record(List<RowOutcome> outcomes) {
        return outcomes.isEmpty() ? Set.of() : record(new OutcomeBatch(outcomes));
    }

    /**
     * Records a batch, but for the outcomes of imports that somebody has locked for longer than two
     * seconds: these hold up no others. They are lost, and so their rows are published again.
     *
     * @return the imports that became complete by this batch
     */
    public Set<UUID> recordUnlocked(List<RowOutcome> outcomes) {
        try {
            return record(outcomes);
        } catch (ImportLockedException e) {
            return recordByImport(outcomes);
        }
    }

    private Set<UUID> recordByImport(List<RowOutcome> outcomes) {
        Set<UUID> completed = new HashSet<>();
        outcomes.stream()
                .collect(Collectors.groupingBy(RowOutcome::importId))
                .forEach(
                        (importId, ofOne) -> {
                            try {
                                completed.addAll(record(ofOne));
                            } catch (ImportLockedException e) {
                                log.warn("importId={} is locked: outcomes left out", importId);
                            }
                        });
        return completed;
    }

    private Set<UUID> record(OutcomeBatch batch) {
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
        OutcomeTable.Written written = table.write(batch);
        queueNotices(batch.withNotices(written.rows()));
        if (!lockImports(written.tallies())) {
            status.setRollbackOnly();
            return Optional.empty();
        }
        return Optional.of(count(written.tallies()));
    }

    /**
     * In the order of their ids: two batches with the same imports cannot wait for each other.
     *
     * @return whether none of them has ended
     */
    private boolean lockImports(List<OutcomeTable.Tally> tallies) {
        UUID[] ids =
                tallies.stream().map(OutcomeTable.Tally::importId).distinct().toArray(UUID[]::new);
        jdbc.sql("select set_config('lock_timeout', '2s', true)").query(String.class).single();
        try {
            return lock(ids).size() == ids.length;
        } catch (UncategorizedSQLException e) {
            SQLException cause = e.getSQLException();
            throw cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())
                    ? new ImportLockedException(e)
                    : e;
        }
    }

    private List<UUID> lock(UUID[] ids) {
        return jdbc.sql(
                        """
                        select id from imports.import
                        where id = any(:ids) and state = 'PROCESSING'
                        order by id
                        for no key update
                        """)
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    private void queueNotices(OutcomeBatch due) {
        if (due.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into imports.mail (kind, import_id, row, recipient, recipient_name, activity_title, language)
                        select case n.place when 'KEPT' then 'LEARNER_PLACE_KEPT' else 'LEARNER_UNENROLMENT' end,
                               n.import_id, n.row, n.recipient, n.name, n.title, n.language
                        from unnest(:places::text[], :importIds::uuid[], :rows::int[], :recipients::text[],
                                    :names::text[], :titles::text[], :languages::text[])
                                 as n (place, import_id, row, recipient, name, title, language)
                        join imports.import i on i.id = n.import_id and i.mode = 'APPLY'
                        on conflict do nothing
                        """)
                .param("places", due.notices(notice -> notice.place().name()))
                .param("importIds", due.importIds())
                .param("rows", due.rows())
                .param("recipients", due.notices(RowOutcome.LearnerNotice::email))
                .param("names", due.notices(RowOutcome.LearnerNotice::name))
                .param("titles", due.notices(RowOutcome.LearnerNotice::activityTitle))
                .param("languages", due.notices(RowOutcome.LearnerNotice::language))
                .update();
    }

    private Set<UUID> count(List<OutcomeTable.Tally> tallies) {
        if (tallies.isEmpty()) {
            return Set.of();
        }
        UUID[] importIds = tallies.stream().map(OutcomeTable.Tally::importId).toArray(UUID[]::new);
        int[] rows = tallies.stream().mapToInt(OutcomeTable.Tally::rows).toArray();
        addToCodes(
                importIds,
                rows,
                tallies.stream().map(OutcomeTable.Tally::code).toArray(String[]::new));
        return addToImports(
                importIds, rows, tallies.stream().mapToInt(OutcomeTable.Tally::changed).toArray());
    }

    private void addToCodes(UUID[] importIds, int[] rows, String[] codes) {
        jdbc.sql(
                        """
                        insert into imports.outcome_count (import_id, code, rows)
                        select r.import_id, r.code, sum(r.rows)
                        from unnest(:importIds::uuid[], :codes::text[], :rows::int[])
                            as r (import_id, code, rows)
                        group by r.import_id, r.code
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
}
