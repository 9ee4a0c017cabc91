package org.unenrol.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The database of all tests, for those in packages of their own. */
public final class TokensDatabase {

    private TokensDatabase() {}

    public static JdbcClient jdbc() {
        return AccountsDatabase.SERVER.jdbc();
    }

    public static TransactionOperations transaction() {
        return AccountsDatabase.TRANSACTION;
    }

    public static void clear() {
        AccountsDatabase.clear();
    }
}
