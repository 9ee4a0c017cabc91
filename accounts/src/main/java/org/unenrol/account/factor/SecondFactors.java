package org.unenrol.account.factor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.account.UsernameForm;

/** All second factors of an account together. */
public final class SecondFactors {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AuthenticatorApps apps;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;

    public SecondFactors(
            JdbcClient jdbc,
            TransactionOperations transaction,
            AuthenticatorApps apps,
            Passkeys passkeys,
            RecoveryCodes codes) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.apps = apps;
        this.passkeys = passkeys;
        this.codes = codes;
    }

    /** The number of factors of an account; recovery codes are none by themselves. */
    public int count(String username) {
        return jdbc.sql(
                        """
                        select (select count(*) from accounts.authenticator_app where account_id = id)
                            + (select count(*) from accounts.passkey where account_id = id)
                        from accounts.account where username_key = :key
                        """)
                .param("key", UsernameForm.key(username))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    public boolean has(String username) {
        return count(username) > 0;
    }

    /** Removes all factors from an account, and the recovery codes with them. */
    public void removeAll(String username) {
        transaction.executeWithoutResult(
                status -> {
                    apps.remove(username);
                    passkeys.removeAll(username);
                    codes.remove(username);
                });
    }
}
