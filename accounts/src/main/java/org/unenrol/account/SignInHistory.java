package org.unenrol.account;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tries to sign in to accounts that there are; the latest of each account are kept. */
public final class SignInHistory {

    private static final int KEPT = 200;

    private static final String ADD =
            """
            insert into accounts.sign_in (account_id, place, succeeded)
            select id, :place, :succeeded from accounts.account where username_key = :key
            """;

    private static final String FORGET_OLD =
            """
            delete from accounts.sign_in
            where id <= (
                select sign_in.id from accounts.sign_in
                join accounts.account on account.id = account_id and username_key = :key
                order by sign_in.id desc
                limit 1 offset :kept)
              and account_id = (select id from accounts.account where username_key = :key)
            """;

    private static final String LATEST =
            """
            select at, place, succeeded from accounts.sign_in
            where account_id = :accountId
            order by id desc
            limit :limit
            """;

    private static final String DELETE_OLD =
            """
            delete from accounts.sign_in where id in (
                select id from accounts.sign_in
                where at < now() - cast(:age as interval)
                limit 1000
                for update skip locked)
            """;

    private final JdbcClient jdbc;

    public SignInHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a try, and is as long about it without such an account as with one. */
    public void add(String username, String place, boolean succeeded) {
        String key = Accounts.key(username);
        jdbc.sql(ADD)
                .param("key", key)
                .param("place", place)
                .param("succeeded", succeeded)
                .update();
        jdbc.sql(FORGET_OLD).param("key", key).param("kept", KEPT).update();
    }

    /** Deletes some of those that are older; returns how many. */
    public int deleteOlderThan(Duration age) {
        return jdbc.sql(DELETE_OLD).param("age", age.toString()).update();
    }

    /** The latest tries, the newest first. */
    public List<SignInEntry> latest(long accountId, int limit) {
        return jdbc.sql(LATEST)
                .param("accountId", accountId)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new SignInEntry(
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("place"),
                                        row.getBoolean("succeeded")))
                .list();
    }
}
