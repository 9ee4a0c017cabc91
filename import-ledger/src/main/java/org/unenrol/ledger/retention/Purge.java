package org.unenrol.ledger.retention;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes what is no longer kept, in small steps, each a transaction of its own. It can be stopped
 * between any two of them, and run by several processes. Ages are told by the database's clock.
 */
public final class Purge {

    private static final int ROWS = 1_000;

    private final RetentionSettings settings;
    private final Deletions deletions;
    private final PurgeTasks tasks;
    private final OldRows oldRows;

    public Purge(JdbcClient jdbc, TransactionOperations transaction, RetentionSettings settings) {
        this(jdbc, transaction, settings, ROWS);
    }

    Purge(
            JdbcClient jdbc,
            TransactionOperations transaction,
            RetentionSettings settings,
            int rows) {
        this.settings = settings;
        this.deletions = new Deletions(jdbc);
        this.tasks = new PurgeTasks(jdbc, transaction, rows);
        this.oldRows = new OldRows(jdbc, rows);
    }

    /** Does a step; false when there is nothing more to do for now. */
    public boolean doSome() {
        return tasks.doSome() || note() + oldRows.delete(settings) > 0;
    }

    private int note() {
        return deletions.ofUploads(settings.uploads())
                + deletions.ofResults(settings.results())
                + deletions.ofOutcomes(settings.outcomes())
                + deletions.ofMails(settings.mails());
    }
}
