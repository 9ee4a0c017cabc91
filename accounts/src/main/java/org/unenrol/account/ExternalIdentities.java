package org.unenrol.account;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts of people whom an OpenID provider signs in. */
public final class ExternalIdentities {

    private static final String FIND =
            """
            select username
            from accounts.external_identity
            join accounts.account on account.id = account_id
            where issuer = :issuer and subject = :subject
            """;

    private static final String LINK =
            """
            insert into accounts.external_identity (issuer, subject, account_id)
            select :issuer, :subject, id
            from accounts.account
            where username_key = :key and password is null
              and not exists (
                  select from accounts.external_identity
                  where account_id = account.id and issuer = :issuer)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    public ExternalIdentities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The username of the account that somebody has signed in to before. */
    public Optional<String> find(ExternalIdentity identity) {
        return jdbc.sql(FIND)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(String.class)
                .optional();
    }

    /** The usernames of all accounts that somebody of a provider has signed in to. */
    public List<String> usernames(String issuer) {
        return jdbc.sql(
                        """
                        select distinct username
                        from accounts.external_identity
                        join accounts.account on account.id = account_id
                        where issuer = :issuer
                        order by username
                        """)
                .param("issuer", issuer)
                .query(String.class)
                .list();
    }

    /**
     * Gives an account to somebody who signs in for the first time. An account that has a password,
     * or is another person's of the same provider, is nobody's to be given: a name is no proof.
     *
     * @return false where the account cannot be given, or is not there
     */
    public boolean link(String username, ExternalIdentity identity) {
        return jdbc.sql(LINK)
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("key", Accounts.key(username))
                        .update()
                == 1;
    }
}
