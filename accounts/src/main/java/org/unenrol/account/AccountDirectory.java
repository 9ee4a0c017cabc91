package org.unenrol.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts to be looked through, the disabled ones too. */
public final class AccountDirectory {

    private static final String ENTRIES =
            """
            select id, username, name, email, role, language,
                array(select area from accounts.managed_area where account_id = id order by area) as areas,
                disabled_at is not null as disabled,
                password is not null as has_password,
                (select max(at) from accounts.sign_in where account_id = account.id and succeeded)
                    as last_sign_in
            from accounts.account
            """;

    private static final String SEARCH =
            ENTRIES
                    + """
            where strpos(lower(username || ' ' || name || ' ' || email), lower(:text)) > 0
            order by username_key
            limit :limit offset :offset
            """;

    private static final String FIND = ENTRIES + "where id = :id";

    private static final String FIND_BY_USERNAME = ENTRIES + "where username_key = :key";

    /** Those who can use a new password; nobody needs more of them at one address. */
    private static final String OF_PERSON =
            ENTRIES
                    + """
            where (username_key = :key or lower(email) = lower(:email)) and disabled_at is null
            order by id
            limit 5
            """;

    private static final String ADD =
            """
            insert into accounts.account (username, username_key, name, email, role, language)
            values (:username, :key, :name, :email, :role, :language)
            on conflict (username_key) do nothing
            returning id
            """;

    private static final String GRANT =
            """
            insert into accounts.managed_area (account_id, area)
            select :id, area from unnest(:areas) as area
            """;

    private final JdbcClient jdbc;

    public AccountDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Finds accounts by a part of their username, name or address, in order of username.
     *
     * @param text blank for all
     */
    public List<AccountEntry> search(String text, int offset, int limit) {
        return jdbc.sql(SEARCH)
                .param("text", StorableText.of(text.strip()))
                .param("limit", limit)
                .param("offset", offset)
                .query(AccountDirectory::entry)
                .list();
    }

    public Optional<AccountEntry> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(AccountDirectory::entry).optional();
    }

    public Optional<AccountEntry> find(String username) {
        return jdbc.sql(FIND_BY_USERNAME)
                .param("key", Accounts.key(username))
                .query(AccountDirectory::entry)
                .optional();
    }

    /** The accounts of somebody who gives a username or an address, but none that is disabled. */
    public List<AccountEntry> ofPerson(String usernameOrEmail) {
        return jdbc.sql(OF_PERSON)
                .param("key", Accounts.key(usernameOrEmail))
                .param("email", StorableText.of(usernameOrEmail.strip()))
                .query(AccountDirectory::entry)
                .list();
    }

    /**
     * Adds an account that has no password yet.
     *
     * @return its id; empty when the username is taken
     */
    public Optional<Long> add(String username, AccountDetails details, Set<String> areas) {
        Optional<Long> added =
                jdbc.sql(ADD)
                        .param("username", username)
                        .param("key", Accounts.key(username))
                        .param("name", details.name())
                        .param("email", details.email())
                        .param("role", details.role().name())
                        .param("language", details.language())
                        .query(Long.class)
                        .optional();
        added.ifPresent(id -> grant(id, areas));
        return added;
    }

    void grant(long id, Set<String> areas) {
        jdbc.sql(GRANT).param("id", id).param("areas", areas.toArray(String[]::new)).update();
    }

    private static AccountEntry entry(ResultSet row, int number) throws SQLException {
        Array areas = row.getArray("areas");
        OffsetDateTime last = row.getObject("last_sign_in", OffsetDateTime.class);
        return new AccountEntry(
                row.getLong("id"),
                row.getString("username"),
                new AccountDetails(
                        row.getString("name"),
                        row.getString("email"),
                        Role.valueOf(row.getString("role")),
                        row.getString("language")),
                List.of((String[]) areas.getArray()),
                row.getBoolean("disabled"),
                row.getBoolean("has_password"),
                last == null ? null : last.toInstant());
    }
}
