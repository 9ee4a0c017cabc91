package org.unenrol.platform;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.UsernameKey;

/** The accounts that may sign in. Usernames are found in whatever case they are written. */
public final class Accounts {

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

    public Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(String username) {
        return jdbc.sql(FIND).param("key", key(username)).query(Account.class).optional();
    }

    /**
     * Lets the account sign in with another password from now on.
     *
     * @throws IllegalArgumentException when there is no such account
     */
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
