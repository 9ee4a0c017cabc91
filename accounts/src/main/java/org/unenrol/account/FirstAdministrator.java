package org.unenrol.account;

import static java.util.Objects.requireNonNull;

import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The way to the first Global administrator, open as long as there is none who can sign in. */
public final class FirstAdministrator {

    private static final String IS_MISSING =
            """
            select not exists (
                select from accounts.account
                where role = 'GLOBAL_ADMINISTRATOR' and disabled_at is null
                  and (password is not null or id in (
                      select account_id from accounts.external_identity)))
            """;

    private static final String LOCK =
            """
            lock table accounts.account in share row exclusive mode
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public FirstAdministrator(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public boolean isMissing() {
        return jdbc.sql(IS_MISSING).query(Boolean.class).single();
    }

    /**
     * Does something in one transaction if the first administrator is missing, while nobody else
     * adds or changes an account.
     *
     * @param action taken back when it answers with false
     * @return the answer; false when there is an administrator already
     */
    public boolean ifMissing(BooleanSupplier action) {
        return requireNonNull(
                transaction.execute(
                        status -> {
                            jdbc.sql(LOCK).update();
                            boolean done = isMissing() && action.getAsBoolean();
                            if (!done) {
                                status.setRollbackOnly();
                            }
                            return done;
                        }));
    }
}
