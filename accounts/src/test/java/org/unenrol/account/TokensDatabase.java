package org.unenrol.account;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The database of all tests, for those of tokens. */
public final class TokensDatabase {

    private TokensDatabase() {}

    public static JdbcClient jdbc() {
        return AccountsDatabase.SERVER.jdbc();
    }

    public static void clear() {
        AccountsDatabase.clear();
    }
}
