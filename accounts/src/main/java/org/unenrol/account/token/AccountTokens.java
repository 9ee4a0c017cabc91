package org.unenrol.account.token;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.UsernameForm;

/** All tokens, by the database's clock. Safe for use by many threads. */
public final class AccountTokens {

    /** The longest for which a token is made. */
    public static final Duration LONGEST = Duration.ofDays(365);

    private static final String SELECT =
            """
            select token.*, account.username
            from accounts.token
            join accounts.account on account.id = token.account_id
            """;

    private final JdbcClient jdbc;

    public AccountTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells whether a text looks like a token of ours. */
    public static boolean areLike(String text) {
        return text.startsWith(TokenSecret.BEGINNING);
    }

    /**
     * Makes a token.
     *
     * @param lifetime no longer than {@link #LONGEST}
     * @return the secret, which is not to be had again
     * @throws IllegalArgumentException when there is no such account, or that is too long
     */
    public String issue(String username, String name, Set<TokenScope> scopes, Duration lifetime) {
        if (lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("longer than " + LONGEST);
        }
        TokenSecret secret = TokenSecret.random();
        int made =
                jdbc.sql(
                                """
                                insert into accounts.token (account_id, name, prefix, hash, scopes, expires_at)
                                select id, :name, :prefix, :hash, :scopes, now() + cast(:lifetime as interval)
                                from accounts.account where username_key = :key
                                """)
                        .param("key", UsernameForm.key(username))
                        .param("name", name)
                        .param("prefix", secret.prefix())
                        .param("hash", secret.hash())
                        .param(
                                "scopes",
                                scopes.stream()
                                        .map(TokenScope::word)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("lifetime", lifetime.toString())
                        .update();
        if (made == 0) {
            throw new IllegalArgumentException("there is no account " + username);
        }
        return secret.text();
    }

    /** The token of a secret, unless it has ended or was revoked; notes that it has been used. */
    public Optional<AccountToken> use(String secret) {
        Optional<AccountToken> found =
                jdbc.sql(
                                SELECT
                                        + """
                                        where hash = :hash and revoked_at is null and expires_at > now()
                                        """)
                        .param("hash", new TokenSecret(secret).hash())
                        .query(AccountTokens::token)
                        .optional();
        found.ifPresent(token -> noteUse(token.id()));
        return found;
    }

    /** Looks first: a row that is locked in vain is written to the disk. */
    private void noteUse(long id) {
        jdbc.sql(
                        """
                        update accounts.token set last_used_at = now()
                        where id = :id
                          and (last_used_at is null or last_used_at < now() - interval '1 minute')
                        """)
                .param("id", id)
                .update();
    }

    /** The tokens of an account, newest first. */
    public List<AccountToken> of(String username) {
        return jdbc.sql(SELECT + "where username_key = :key order by token.id desc")
                .param("key", UsernameForm.key(username))
                .query(AccountTokens::token)
                .list();
    }

    /** The tokens of all accounts, newest first. */
    public List<AccountToken> page(int offset, int limit) {
        return jdbc.sql(SELECT + "order by token.id desc offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(AccountTokens::token)
                .list();
    }

    public Optional<AccountToken> find(long id) {
        return jdbc.sql(SELECT + "where token.id = :id")
                .param("id", id)
                .query(AccountTokens::token)
                .optional();
    }

    /** Ends a token at once. Returns false where it was revoked before. */
    public boolean revoke(long id) {
        return jdbc.sql(
                                """
                                update accounts.token set revoked_at = now()
                                where id = :id and revoked_at is null
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static AccountToken token(ResultSet row, int number) throws SQLException {
        return new AccountToken(
                row.getLong("id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("prefix"),
                scopes(row.getArray("scopes")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    /** Without those that a later version has made. */
    private static List<TokenScope> scopes(Array words) throws SQLException {
        return Arrays.stream((String[]) words.getArray())
                .flatMap(word -> TokenScope.of(word).stream())
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
