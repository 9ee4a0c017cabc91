package org.unenrol.platform.sample;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

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

    /** The rows of a file that works on this organisation; two of them are wrong on purpose. */
    public static Resource exampleFile() {
        return new ClassPathResource("example.csv", SampleOrganisation.class);
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
        jdbc.sql(LOCK).update();
        if (!jdbc.sql(IS_EMPTY).query(Boolean.class).single()) {
            return false;
        }
        SamplePeople people = new SamplePeople(jdbc);
        people.load();
        new SampleCatalogue(jdbc).load();
        people.grantAreas();
        new SampleEnrolments(jdbc).load();
        return true;
    }
}
