package org.unenrol.ledger.retention;

import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;

import java.time.Duration;
import java.util.UUID;

/** Purges, and imports of which nothing is owed any more. */
final class Purges {

    /** The defaults. */
    static final RetentionSettings KEPT =
            new RetentionSettings(
                    days(90), days(90), days(90), days(30), days(30), days(730), days(730),
                    days(365), days(30));

    private Purges() {}

    static Duration days(int number) {
        return Duration.ofDays(number);
    }

    /** One that takes two rows a step, made anew as after a restart. */
    static Purge anew() {
        return new Purge(JDBC, TRANSACTION, KEPT, 2);
    }

    /** Runs until nothing is left to be done, each step by a new one; returns the steps. */
    static int finish() {
        int steps = 0;
        while (anew().doSome()) {
            steps++;
        }
        return steps;
    }

    /** Settles whatever is owed of an ended import. */
    static UUID atRest(UUID id) {
        JDBC.sql("update imports.mail set state = 'SENT', ended_at = now() where import_id = ?")
                .param(id)
                .update();
        JDBC.sql("update imports.import_event set published_at = now() where import_id = ?")
                .param(id)
                .update();
        JDBC.sql("update imports.webhook_event set offered_at = now() where import_id = ?")
                .param(id)
                .update();
        return id;
    }
}
