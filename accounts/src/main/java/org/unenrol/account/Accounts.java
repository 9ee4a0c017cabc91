package org.unenrol.account;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.ManagedAreas;

/**
 * The accounts that may sign in. Usernames are found in whatever case they are written. One that is
 * disabled has no password here, no role and no areas, so that nobody who asks need know of it.
 */
public final class Accounts {

    private static final String FIND =
            """
            select username, name, email, language,
                case when disabled_at is null then role else 'NONE' end as role,
                case when disabled_at is null then password end as encoded_password
            from accounts.account
            where username_key = :key
            """;

    private static final String ADD =
            """
            insert into accounts.account (username, username_key, name, email, role, language, password)
            values (:username, :key, :name, :email, :role, :language, :password)
            on conflict (username_key) do nothing
            """;

    private static final String SET_PASSWORD =
            """
            update accounts.account set password = :password where username_key = :key
            """;

    private static final String ENCODE_ANEW =
            """
            update accounts.account set password = :password
            where username_key = :key and password = :before
            """;

    private static final String GRANT =
            """
            insert into accounts.managed_area (account_id, area)
            select id, area
            from accounts.account, unnest(:areas) as area
            where username_key = :key
            on conflict do nothing
            """;

    private static final String AREAS =
            """
            select username_key, role, area
            from accounts.account
            left join accounts.managed_area on account_id = id and role = 'CONTENT_ADMINISTRATOR'
            where username_key = any (:keys) and disabled_at is null
            """;

    private final JdbcClient jdbc;

    public Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(String username) {
        return jdbc.sql(FIND).param("key", key(username)).query(Account.class).optional();
    }

    /** Adds an account, unless there is one of that username. */
    public void add(Account account) {
        jdbc.sql(ADD)
                .param("key", key(account.username()))
                .param("username", account.username())
                .param("name", account.name())
                .param("email", account.email())
                .param("role", account.role().name())
                .param("language", account.language())
                .param("password", account.encodedPassword())
                .update();
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

    /**
     * Keeps the same password in another encoding, unless the account has got another meanwhile.
     */
    public void encodeAnew(String username, String before, String encodedPassword) {
        jdbc.sql(ENCODE_ANEW)
                .param("password", encodedPassword)
                .param("before", before)
                .param("key", key(username))
                .update();
    }

    /** Lets a Content administrator manage these areas too. */
    public void grant(String username, Set<String> areas) {
        jdbc.sql(GRANT)
                .param("areas", areas.toArray(String[]::new))
                .param("key", key(username))
                .update();
    }

    /** The areas that an account manages at this moment; none where there is no such account. */
    public ManagedAreas areasOf(String username) {
        return areasOf(Set.of(username)).getOrDefault(username, ManagedAreas.NONE);
    }

    /** The areas that each of these accounts manages at this moment, by username as it is given. */
    public Map<String, ManagedAreas> areasOf(Set<String> usernames) {
        Map<String, ManagedAreas> byKey =
                areasByKey(usernames.stream().map(Accounts::key).collect(Collectors.toSet()));
        return usernames.stream()
                .collect(
                        Collectors.toMap(
                                username -> username,
                                username -> byKey.getOrDefault(key(username), ManagedAreas.NONE)));
    }

    private Map<String, ManagedAreas> areasByKey(Set<String> keys) {
        Set<String> managingAll = new HashSet<>();
        Map<String, Set<String>> areas = new HashMap<>();
        RowCallbackHandler collect =
                row -> {
                    String key = row.getString("username_key");
                    String area = row.getString("area");
                    if (Role.valueOf(row.getString("role")) == Role.GLOBAL_ADMINISTRATOR) {
                        managingAll.add(key);
                    } else if (area != null) {
                        areas.computeIfAbsent(key, first -> new HashSet<>()).add(area);
                    }
                };
        jdbc.sql(AREAS).param("keys", keys.toArray(String[]::new)).query(collect);
        Map<String, ManagedAreas> managed = new HashMap<>();
        areas.forEach((key, names) -> managed.put(key, ManagedAreas.of(names)));
        managingAll.forEach(key -> managed.put(key, ManagedAreas.EVERY));
        return managed;
    }

    static String key(String username) {
        return UsernameForm.key(username);
    }
}
