package org.unenrol.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Accounts that are kept as an OpenID provider says they are. */
public final class AssertedAccounts {

    private static final String UPDATE =
            """
            update accounts.account
            set name = :name, email = :email, role = coalesce(:role, role)
            where username_key = :key
              and (name, email, role) is distinct from (:name, :email, coalesce(:role, role))
            """;

    private static final String REVOKE_OTHERS =
            """
            delete from accounts.managed_area
            using accounts.account
            where account_id = id and username_key = :key and not area = any (:areas)
            """;

    private static final String GRANT =
            """
            insert into accounts.managed_area (account_id, area)
            select id, area
            from accounts.account, unnest(:areas) as area
            where username_key = :key
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public AssertedAccounts(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Brings an account into line with what the provider says.
     *
     * @param role null where the provider does not say, and the role stays
     * @param areas those that the account manages from now on; null where the provider does not say
     */
    public void update(
            String username,
            String name,
            String email,
            @Nullable Role role,
            @Nullable Set<String> areas) {
        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql(UPDATE)
                            .param("key", Accounts.key(username))
                            .param("name", name)
                            .param("email", email)
                            .param("role", role == null ? null : role.name())
                            .update();
                    if (areas != null) {
                        setAreas(Accounts.key(username), areas.toArray(String[]::new));
                    }
                });
    }

    private void setAreas(String key, String[] areas) {
        jdbc.sql(REVOKE_OTHERS).param("key", key).param("areas", areas).update();
        jdbc.sql(GRANT).param("key", key).param("areas", areas).update();
    }
}
