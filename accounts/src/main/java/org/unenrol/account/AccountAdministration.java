package org.unenrol.account;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes of accounts. There is always a Global administrator who can sign in: once there is one,
 * the last cannot be disabled and keeps the role, whoever else is changed at the same moment.
 */
public final class AccountAdministration {

    private static final String LOCK_GLOBAL_ADMINISTRATORS =
            """
            select id from accounts.account where role = 'GLOBAL_ADMINISTRATOR' order by id for update
            """;

    private static final String CAN_DO_WITHOUT =
            """
            select exists (
                select from accounts.account
                where id <> :id and role = 'GLOBAL_ADMINISTRATOR'
                  and disabled_at is null
                  and (password is not null or id in (
                      select account_id from accounts.external_identity)))
                or not exists (
                select from accounts.account
                where id = :id and role = 'GLOBAL_ADMINISTRATOR'
                  and disabled_at is null
                  and (password is not null or id in (
                      select account_id from accounts.external_identity)))
            """;

    private static final String CHANGE =
            """
            update accounts.account
            set name = :name, email = :email, role = :role, language = :language
            where id = :id
            """;

    private static final String SET_LANGUAGE =
            """
            update accounts.account set language = :language where username_key = :key
            """;

    private static final String REVOKE_AREAS =
            """
            delete from accounts.managed_area where account_id = :id
            """;

    private static final String DISABLE =
            """
            update accounts.account set disabled_at = coalesce(disabled_at, now()) where id = :id
            """;

    private static final String ENABLE =
            """
            update accounts.account set disabled_at = null where id = :id
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AccountDirectory directory;

    public AccountAdministration(
            JdbcClient jdbc, TransactionOperations transaction, AccountDirectory directory) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.directory = directory;
    }

    /** The end of an attempt to change an account. */
    public enum Result {
        DONE,
        /** Refused: nobody would be left to administer accounts. */
        LAST_GLOBAL_ADMINISTRATOR
    }

    /** Gives an account other details, and exactly these areas. */
    public Result change(long id, AccountDetails details, Set<String> areas) {
        return perform(
                id,
                details.role() == Role.GLOBAL_ADMINISTRATOR,
                () -> {
                    jdbc.sql(CHANGE)
                            .param("id", id)
                            .param("name", details.name())
                            .param("email", details.email())
                            .param("role", details.role().name())
                            .param("language", details.language())
                            .update();
                    jdbc.sql(REVOKE_AREAS).param("id", id).update();
                    directory.grant(id, areas);
                });
    }

    /** Sets in which language to write to the person; null for none. */
    public void setLanguage(String username, @Nullable String language) {
        jdbc.sql(SET_LANGUAGE)
                .param("language", language)
                .param("key", Accounts.key(username))
                .update();
    }

    public Result disable(long id) {
        return perform(id, false, () -> jdbc.sql(DISABLE).param("id", id).update());
    }

    public void enable(long id) {
        jdbc.sql(ENABLE).param("id", id).update();
    }

    private Result perform(long id, boolean staysGlobalAdministrator, Runnable change) {
        return requireNonNull(
                transaction.execute(
                        status -> {
                            jdbc.sql(LOCK_GLOBAL_ADMINISTRATORS).query(Long.class).list();
                            if (!staysGlobalAdministrator && !canDoWithout(id)) {
                                return Result.LAST_GLOBAL_ADMINISTRATOR;
                            }
                            change.run();
                            return Result.DONE;
                        }));
    }

    private boolean canDoWithout(long id) {
        return jdbc.sql(CAN_DO_WITHOUT).param("id", id).query(Boolean.class).single();
    }
}
