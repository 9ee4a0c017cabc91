package org.unenrol.account.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.account.UsernameForm;

/**
 * Codes that stand in for a second factor, each once. They have 120 random bits, so that a plain
 * hash is enough (OWASP ASVS 5.0, 6.5.2).
 */
public final class RecoveryCodes {

    /** So many are made at once. */
    public static final int MADE = 10;

    private static final int RANDOM_BYTES = 15;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final SecureRandom random = new SecureRandom();

    public RecoveryCodes(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes codes in the place of all before them. They cannot be told again. */
    public List<String> makeAnew(String username) {
        List<String> codes = Stream.generate(this::code).limit(MADE).toList();
        transaction.executeWithoutResult(
                status -> {
                    remove(username);
                    jdbc.sql(
                                    """
                                    insert into accounts.recovery_code (account_id, hash)
                                    select id, hash from accounts.account, unnest(:hashes) as hash
                                    where username_key = :key
                                    """)
                            .param(
                                    "hashes",
                                    codes.stream().map(RecoveryCodes::hash).toArray(String[]::new))
                            .param("key", UsernameForm.key(username))
                            .update();
                });
        return codes;
    }

    /** Six groups of four letters and digits. */
    private String code() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base32.encode(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Uses a code up, however it is written; false where there is none such. */
    public boolean use(String username, String code) {
        return jdbc.sql(
                                """
                                update accounts.recovery_code set used_at = now()
                                from accounts.account
                                where account.id = account_id and username_key = :key
                                  and hash = :hash and used_at is null
                                """)
                        .param("key", UsernameForm.key(username))
                        .param("hash", hash(code))
                        .update()
                == 1;
    }

    /** The number of codes that have not been used. */
    public int remaining(String username) {
        return jdbc.sql(
                        """
                        select count(*) from accounts.recovery_code
                        join accounts.account on account.id = account_id
                        where username_key = :key and used_at is null
                        """)
                .param("key", UsernameForm.key(username))
                .query(Integer.class)
                .single();
    }

    void remove(String username) {
        jdbc.sql(
                        """
                        delete from accounts.recovery_code using accounts.account
                        where account.id = account_id and username_key = :key
                        """)
                .param("key", UsernameForm.key(username))
                .update();
    }

    private static String hash(String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
