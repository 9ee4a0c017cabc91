package org.unenrol.ledger.outcome;

import java.sql.SQLException;
import java.time.Duration;
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
import org.unenrol.ledger.lifecycle.ImportLifecycle;
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
    private final ImportLifecycle lifecycle;
    private final OutcomeTable table;

    public OutcomeRecorder(
            JdbcClient jdbc, TransactionOperations transaction, ImportLifecycle lifecycle) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lifecycle = lifecycle;
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
        return record(outcomes, Duration.ZERO);
    }

    private Set<UUID> record(List<RowOutcome> outcomes, Duration longestCall) {
        return outcomes.isEmpty() ? Set.of() : record(new OutcomeBatch(outcomes), longestCall);
    }

    /**
     * Records a batch, but for the outcomes of imports that somebody has locked for longer than two
     * seconds: these hold up no others. They are lost, and so their rows are published again.
     *
     * @param longestCall how long the platform took to settle these rows; zero where that is not
     *     worth telling
     * @return the imports that became complete by this batch
     */
    public Set<UUID> recordUnlocked(List<RowOutcome> outcomes, Duration longestCall) {
        try {
            return record(outcomes, longestCall);
        } catch (ImportLockedException e) {
            return recordByImport(outcomes, longestCall);
        }
    }

    private Set<UUID> recordByImport(List<RowOutcome> outcomes, Duration longestCall) {
        Set<UUID> completed = new HashSet<>();
        outcomes.stream()
                .collect(Collectors.groupingBy(RowOutcome::importId))
                .forEach(
                        (importId, ofOne) -> {
                            try {
                                completed.addAll(record(ofOne, longestCall));
                            } catch (ImportLockedException e) {
                                log.warn("importId={} is locked: outcomes left out", importId);
                            }
                        });
        return completed;
    }

    private Set<UUID> record(OutcomeBatch batch, Duration longestCall) {
        Optional<Set<UUID>> completed = Optional.empty();
        while (completed.isEmpty()) {
            completed = transaction.execute(status -> tryToRecord(batch, longestCall, status));
        }
        return completed.get();
    }

    /**
     * Imports are locked last, as their dispatcher and all other batches wait for them meanwhile.
     *
     * @return empty when an import has ended in between: nothing is recorded then
     */
    private Optional<Set<UUID>> tryToRecord(
            OutcomeBatch batch, Duration longestCall, TransactionStatus status) {
        OutcomeTable.Written written = table.write(batch);
        queueNotices(batch.withNotices(written.rows()));
        if (!lockImports(written.tallies())) {
            status.setRollbackOnly();
            return Optional.empty();
        }
        return Optional.of(count(written.tallies(), longestCall));
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
                        select import_id from imports.progress
                        where import_id = any(:ids) and state = 'PROCESSING'
                        order by import_id
                        for no key update
                        """)
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    /**
     * Emails of a small import do not wait behind all of a large one: the one of row n goes ahead
     * of those that were queued up to the nth part of a day before.
     */
    private void queueNotices(OutcomeBatch due) {
        if (due.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into imports.mail (kind, import_id, row, recipient, recipient_name, activity_title, language,
                            next_attempt_at)
                        select case n.place when 'KEPT' then 'LEARNER_PLACE_KEPT'
                                   when 'GIVEN_BACK' then 'LEARNER_PLACE_AGAIN' else 'LEARNER_UNENROLMENT' end,
                               n.import_id, n.row, n.recipient, n.name, n.title, n.language,
                               now() - interval '1 day' / n.row
                        from unnest(:places::text[], :importIds::uuid[], :rows::int[], :recipients::text[],
                                    :names::text[], :titles::text[], :languages::text[])
                                 as n (place, import_id, row, recipient, name, title, language)
                        join imports.import i on i.id = n.import_id
                            and i.mode = case n.place when 'GIVEN_BACK' then 'TAKE_BACK' else 'APPLY' end
                        where not exists (
                            select from imports.import silent
                            where silent.id = n.import_id and silent.learner_emails = 'NONE')
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

    private Set<UUID> count(List<OutcomeTable.Tally> tallies, Duration longestCall) {
        if (tallies.isEmpty()) {
            return Set.of();
        }
        addToCodes(tallies);
        return lifecycle.received(
                tallies.stream().map(OutcomeTable.Tally::received).toList(), longestCall);
    }

    private void addToCodes(List<OutcomeTable.Tally> tallies) {
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
                .param(
                        "importIds",
                        tallies.stream().map(OutcomeTable.Tally::importId).toArray(UUID[]::new))
                .param(
                        "codes",
                        tallies.stream().map(OutcomeTable.Tally::code).toArray(String[]::new))
                .param("rows", tallies.stream().mapToInt(OutcomeTable.Tally::rows).toArray())
                .update();
    }
}
