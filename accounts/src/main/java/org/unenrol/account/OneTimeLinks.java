package org.unenrol.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Links that somebody is given on a way that only that person reads. Each works once and for some
 * time; the database has a hash of its token only, and tells the time.
 */
public final class OneTimeLinks {

    private static final int TOKEN_BYTES = 32;

    private static final String MAKE =
            """
            insert into accounts.one_time_link (kind, account_id, token_hash, ends_at)
            values (:kind, :accountId, :hash, now() + cast(:valid as interval))
            """;

    private static final String MADE =
            """
            select count(*) from accounts.one_time_link
            where account_id = :accountId and kind = :kind
              and made_at > now() - cast(:within as interval)
            """;

    private static final String LOOK =
            """
            select kind, username
            from accounts.one_time_link link
            left join accounts.account on account.id = account_id
            where token_hash = :hash and used_at is null and ends_at > now()
              and disabled_at is null
            """;

    private static final String USE =
            """
            update accounts.one_time_link link set used_at = now()
            from accounts.one_time_link this
            left join accounts.account on account.id = this.account_id
            where link.id = this.id and this.token_hash = :hash
              and link.used_at is null and link.ends_at > now() and disabled_at is null
            returning link.kind, username
            """;

    private static final String MAKE_VOID =
            """
            update accounts.one_time_link set used_at = now()
            where account_id is not distinct from cast(:accountId as bigint) and used_at is null
            """;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    public OneTimeLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes a link.
     *
     * @param accountId null for the first administrator's
     * @return its token, which is known to nobody else
     */
    public String make(OneTimeLink.Kind kind, @Nullable Long accountId, Duration valid) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(MAKE)
                .param("kind", kind.name())
                .param("accountId", accountId)
                .param("hash", hash(token))
                .param("valid", valid.toString())
                .update();
        return token;
    }

    /** Counts the links of a kind that were made for an account within the last time. */
    public int made(OneTimeLink.Kind kind, long accountId, Duration within) {
        return jdbc.sql(MADE)
                .param("kind", kind.name())
                .param("accountId", accountId)
                .param("within", within.toString())
                .query(Integer.class)
                .single();
    }

    /** The link of a token, as long as it works. */
    public Optional<OneTimeLink> look(String token) {
        return jdbc.sql(LOOK).param("hash", hash(token)).query(OneTimeLink.class).optional();
    }

    /** Uses a link up; empty when it does not work any longer. Of two at a time, one gets it. */
    public Optional<OneTimeLink> use(String token) {
        return jdbc.sql(USE).param("hash", hash(token)).query(OneTimeLink.class).optional();
    }

    /** Ends all links of an account, or with null those for the first administrator. */
    public void makeVoid(@Nullable Long accountId) {
        jdbc.sql(MAKE_VOID).param("accountId", accountId).update();
    }

    private static String hash(String token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
