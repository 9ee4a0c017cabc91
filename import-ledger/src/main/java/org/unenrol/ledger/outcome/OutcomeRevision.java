package org.unenrol.ledger.outcome;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.ledger.lifecycle.ImportLifecycle;
import org.unenrol.ledger.lifecycle.ReceivedOutcomes;

/**
 * Holds the outcomes of an import against what the platform says before its results are built, and
 * takes those back that are contradicted: their rows are then published again.
 */
public final class OutcomeRevision {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ImportLifecycle lifecycle;

    public OutcomeRevision(
            JdbcClient jdbc, TransactionOperations transaction, ImportLifecycle lifecycle) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lifecycle = lifecycle;
    }

    /** Counts the rows whose outcome says that an enrolment has been ended. */
    public int endings(UUID importId) {
        return jdbc.sql(
                        """
                        select coalesce(sum(rows), 0) from imports.outcome_count
                        where import_id = :id and code in ('UNENROLLED', 'UNENROLLED_COMPLETION_KEPT', 'REENROLLED')
                        """)
                .param("id", importId)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes back the outcomes of rows that have ended an enrolment and say otherwise. The import
     * goes on until they have an outcome again.
     *
     * @param owner who builds its results, and loses it thereby
     * @param endedRows the rows that have ended an enrolment
     * @return how many outcomes were taken back
     */
    public int takeBack(UUID importId, UUID owner, List<Integer> endedRows) {
        return transaction.execute(
                status -> isBuiltBy(importId, owner) ? takeBack(importId, endedRows) : 0);
    }

    private boolean isBuiltBy(UUID importId, UUID owner) {
        return jdbc.sql(
                        """
                        select import_id from imports.progress
                        where import_id = :id and state = 'BUILDING_RESULTS' and results_owner = :owner
                        for no key update
                        """)
                .param("id", importId)
                .param("owner", owner)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private int takeBack(UUID importId, List<Integer> endedRows) {
        ReceivedOutcomes gone = delete(importId, endedRows);
        if (gone.rows() > 0) {
            lifecycle.reopen(gone);
        }
        return gone.rows();
    }

    private ReceivedOutcomes delete(UUID importId, List<Integer> endedRows) {
        return jdbc.sql(
                        """
                        with gone as (
                            delete from imports.row_outcome o using unnest(:rows::int[]) as ended (row)
                            where o.import_id = :id and o.row = ended.row
                              and o.code not in ('UNENROLLED', 'UNENROLLED_COMPLETION_KEPT', 'REENROLLED')
                            returning o.code, o.changed_from),
                        counted as (
                            update imports.outcome_count c set rows = c.rows - less.rows
                            from (select code, count(*) as rows from gone group by code) as less
                            where c.import_id = :id and c.code = less.code)
                        select count(*) as rows, count(changed_from) as changed from gone
                        """)
                .param("id", importId)
                .param("rows", endedRows.toArray(Integer[]::new))
                .query(
                        (row, number) ->
                                new ReceivedOutcomes(
                                        importId, row.getInt("rows"), row.getInt("changed")))
                .single();
    }
}
