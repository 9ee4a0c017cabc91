package org.unenrol.ledger.results;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.lifecycle.ImportLifecycle;
import org.unenrol.model.Mode;

/** Imports whose outcomes are complete and whose results file is to be built. */
public final class ResultsQueue {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ImportLifecycle lifecycle;
    private final Duration lease;

    /**
     * Takes the time after which a silent builder has lost its import.
     *
     * @param lease renewed while the file is being built
     */
    public ResultsQueue(
            JdbcClient jdbc,
            TransactionOperations transaction,
            ImportLifecycle lifecycle,
            Duration lease) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lifecycle = lifecycle;
        this.lease = lease;
    }

    /** Takes the import that has waited longest. */
    public Optional<ResultsOrder> acquire(UUID owner) {
        return jdbc.sql(
                        """
                        update imports.progress p
                        set results_owner = :owner, results_until = now() + cast(:duration as interval)
                        from imports.import i
                        where i.id = p.import_id and p.import_id = (
                            select import_id from imports.progress
                            where state = 'BUILDING_RESULTS'
                              and (results_owner is null or results_until < now()
                                   or results_until > now() + 2 * cast(:duration as interval))
                            order by total, progress_at
                            limit 1
                            for update skip locked)
                        returning id, mode, upload_file, charset, total, language
                        """)
                .param("owner", owner)
                .param("duration", lease.toString())
                .query(
                        (row, number) ->
                                new ResultsOrder(
                                        row.getObject("id", UUID.class),
                                        Mode.valueOf(row.getString("mode")),
                                        row.getObject("upload_file", UUID.class),
                                        row.getString("charset"),
                                        row.getInt("total"),
                                        row.getString("language")))
                .optional();
    }

    /** Renews the lease. Returns false when it is lost. */
    public boolean renew(UUID importId, UUID owner) {
        return jdbc.sql(
                                """
                                update imports.progress
                                set results_until = now() + cast(:duration as interval)
                                where import_id = :id and results_owner = :owner and state = 'BUILDING_RESULTS'
                                """)
                        .param("id", importId)
                        .param("owner", owner)
                        .param("duration", lease.toString())
                        .update()
                == 1;
    }

    /**
     * Ends the import: its results can be read, the mail and the event are queued, all at once.
     * Returns false when somebody else has ended it; the file given is then of no use.
     */
    public boolean complete(UUID importId, UUID resultsFile) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> lifecycle.end(importId, resultsFile).isPresent()));
    }

    /**
     * Ends the import without results, for a cause outside the file. Returns false when it had
     * ended.
     */
    public boolean fail(UUID importId, Damage cause) {
        return Boolean.TRUE.equals(transaction.execute(status -> lifecycle.fail(importId, cause)));
    }
}
