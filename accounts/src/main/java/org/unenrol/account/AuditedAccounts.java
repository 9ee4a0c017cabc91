package org.unenrol.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.audit.KnownAccount;
import org.unenrol.audit.KnownAccounts;

/** The accounts that the audit trail may name, the disabled ones too. */
public final class AuditedAccounts implements KnownAccounts {

    private static final String FIND =
            """
            select id, username from accounts.account where username_key = :key
            """;

    private final JdbcClient jdbc;

    public AuditedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KnownAccount> find(String username) {
        return jdbc.sql(FIND)
                .param("key", Accounts.key(username))
                .query(KnownAccount.class)
                .optional();
    }
}
