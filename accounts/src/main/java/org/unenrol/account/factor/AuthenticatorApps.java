package org.unenrol.account.factor;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.UsernameForm;

/**
 * The authenticator apps of accounts, one for each at most. A password of an app is taken once,
 * however many services are asked at the same moment.
 */
public final class AuthenticatorApps {

    private static final int SECRET_BYTES = 20;

    /** As NIST SP 800-63B has it (section 3.2.2). */
    private static final int MOST_WRONG_CODES = 100;

    private final JdbcClient jdbc;
    private final FactorKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public AuthenticatorApps(JdbcClient jdbc, FactorKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** Tells whether there can be any: without a key no secret is stored. */
    public boolean arePossible() {
        return keys.areThere();
    }

    public Optional<AuthenticatorApp> of(String username) {
        return jdbc.sql(
                        """
                        select added_at, last_used_at from accounts.authenticator_app
                        join accounts.account on account.id = account_id
                        where username_key = :key
                        """)
                .param("key", UsernameForm.key(username))
                .query(AuthenticatorApps::app)
                .optional();
    }

    /** Makes a secret, which counts for nothing until {@link #add}. */
    public AppOffer offer(String username) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return offer(secret, keys.seal(secret, UsernameForm.key(username)));
    }

    /** The same offer again; empty where it was made for somebody else, or with another key. */
    public Optional<AppOffer> offerAgain(String username, SealedSecret sealed) {
        return keys.open(sealed, UsernameForm.key(username)).map(secret -> offer(secret, sealed));
    }

    private static AppOffer offer(byte[] secret, SealedSecret sealed) {
        return new AppOffer(Base32.encode(secret), sealed);
    }

    /**
     * Adds the app of an offer, in the place of another, once it has shown a right password.
     *
     * @return false where the password is wrong
     */
    public boolean add(String username, SealedSecret sealed, String password) {
        OptionalLong step = step(username, sealed, password);
        step.ifPresent(
                one ->
                        jdbc.sql(
                                        """
                                        insert into accounts.authenticator_app (account_id, sealed, last_step)
                                        select id, :sealed, :step from accounts.account where username_key = :key
                                        on conflict (account_id) do update
                                        set sealed = excluded.sealed, last_step = excluded.last_step,
                                            wrong_codes = 0, added_at = now(), last_used_at = now()
                                        """)
                                .param("sealed", sealed.text())
                                .param("step", one)
                                .param("key", UsernameForm.key(username))
                                .update());
        return step.isPresent();
    }

    /**
     * Accepts a password of the account's app, which then is used up with all before it. After a
     * hundred wrong ones in a row none is taken, until {@link #forgive}.
     */
    public boolean take(String username, String password) {
        boolean taken =
                secretOf(username)
                        .map(kept -> step(username, kept, password))
                        .filter(OptionalLong::isPresent)
                        .map(step -> use(username, step.getAsLong()))
                        .orElse(false);
        if (!taken) {
            count(username);
        }
        return taken;
    }

    private void count(String username) {
        jdbc.sql(
                        """
                        update accounts.authenticator_app set wrong_codes = wrong_codes + 1
                        from accounts.account
                        where account.id = account_id and username_key = :key
                        """)
                .param("key", UsernameForm.key(username))
                .update();
    }

    /** Forgets wrong passwords: the owner has come in another way. */
    public void forgive(String username) {
        jdbc.sql(
                        """
                        update accounts.authenticator_app set wrong_codes = 0
                        from accounts.account
                        where account.id = account_id and username_key = :key and wrong_codes > 0
                        """)
                .param("key", UsernameForm.key(username))
                .update();
    }

    private Optional<SealedSecret> secretOf(String username) {
        return jdbc.sql(
                        """
                        select sealed from accounts.authenticator_app
                        join accounts.account on account.id = account_id
                        where username_key = :key
                        """)
                .param("key", UsernameForm.key(username))
                .query((row, number) -> new SealedSecret(row.getString(1)))
                .optional();
    }

    private boolean use(String username, long step) {
        return jdbc.sql(
                                """
                                update accounts.authenticator_app
                                set last_step = :step, last_used_at = now(), wrong_codes = 0
                                from accounts.account
                                where account.id = account_id and username_key = :key
                                  and last_step < :step and wrong_codes < :most
                                """)
                        .param("step", step)
                        .param("most", MOST_WRONG_CODES)
                        .param("key", UsernameForm.key(username))
                        .update()
                == 1;
    }

    private OptionalLong step(String username, SealedSecret sealed, String password) {
        return keys.open(sealed, UsernameForm.key(username))
                .map(secret -> OneTimePasswords.stepOf(secret, password, clock.instant()))
                .orElse(OptionalLong.empty());
    }

    /** Removes the app of an account; false where there is none. */
    public boolean remove(String username) {
        return jdbc.sql(
                                """
                                delete from accounts.authenticator_app using accounts.account
                                where account.id = account_id and username_key = :key
                                """)
                        .param("key", UsernameForm.key(username))
                        .update()
                == 1;
    }

    /** Seals with today's key what was sealed with others; what none of them opens stays. */
    public void sealAnew() {
        all().stream()
                .filter(kept -> !keys.haveSealed(kept.sealed()))
                .forEach(
                        kept ->
                                keys.open(kept.sealed(), kept.owner())
                                        .ifPresent(
                                                secret ->
                                                        replace(
                                                                kept,
                                                                keys.seal(secret, kept.owner()))));
    }

    private List<Kept> all() {
        return jdbc.sql(
                        """
                        select username_key, sealed from accounts.authenticator_app
                        join accounts.account on account.id = account_id
                        """)
                .query(
                        (row, number) ->
                                new Kept(row.getString(1), new SealedSecret(row.getString(2))))
                .list();
    }

    private void replace(Kept kept, SealedSecret anew) {
        jdbc.sql("update accounts.authenticator_app set sealed = :anew where sealed = :before")
                .param("anew", anew.text())
                .param("before", kept.sealed().text())
                .update();
    }

    private static AuthenticatorApp app(ResultSet row, int number) throws SQLException {
        return new AuthenticatorApp(
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_at", OffsetDateTime.class).toInstant());
    }

    private record Kept(String owner, SealedSecret sealed) {}
}
