package org.unenrol.platform.postgres;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.UsernameKey;
import org.unenrol.platform.Account;
import org.unenrol.platform.Accounts;

/** Accounts in PostgreSQL. */
public final class PostgresAccounts implements Accounts {

    private static final String FIND =
            """
            select username, name, email, role, password as encoded_password
            from lms.app_user
            where username_key = :key
            """;

    private static final String SET_PASSWORD =
            """
            update lms.app_user set password = :password where username_key = :key
            """;

    private final JdbcClient jdbc;

    public PostgresAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String username) {
        return jdbc.sql(FIND).param("key", key(username)).query(Account.class).optional();
    }

    @Override
    public void setPassword(String username, String encodedPassword) {
        int changed =
                jdbc.sql(SET_PASSWORD)
                        .param("password", encodedPassword)
                        .param("key", key(username))
                        .update();
        if (changed == 0) {
            throw new IllegalArgumentException("there is no account " + username);
        }
    }

    /** Without the one character that PostgreSQL refuses; no username has it. */
    private static String key(String username) {
        return UsernameKey.of(username.replace('\0', '\uFFFD'));
    }
}
