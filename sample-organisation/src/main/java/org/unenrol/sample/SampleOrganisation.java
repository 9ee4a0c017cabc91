package org.unenrol.sample;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.account.Accounts;

/** An invented organisation on which everything can be tried, example file included. */
public final class SampleOrganisation {

    private static final String LOCK =
            """
            lock table lms.app_user in share row exclusive mode
            """;

    private static final String IS_EMPTY =
            """
            select not exists (select from lms.app_user) and not exists (select from lms.activity)
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public SampleOrganisation(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Loads everything, or nothing when there are users or activities already. May be called by
     * several services at once.
     *
     * @return whether it was loaded now; its accounts have no passwords yet
     */
    public boolean loadIfEmpty() {
        return Boolean.TRUE.equals(transaction.execute(status -> loadOnce()));
    }

    private boolean loadOnce() {
        if (!isEmpty()) {
            return false;
        }
        jdbc.sql(LOCK).update();
        if (!isEmpty()) {
            return false;
        }
        new SamplePeople(jdbc).load();
        new SampleAccounts(new Accounts(jdbc)).load();
        new SampleCatalogue(jdbc).load();
        new SampleEnrolments(jdbc).load();
        return true;
    }

    private boolean isEmpty() {
        return jdbc.sql(IS_EMPTY).query(Boolean.class).single();
    }
}
