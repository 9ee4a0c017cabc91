package org.unenrol.account.factor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.UsernameForm;

/** The passkeys of accounts, and the handles by which passkeys know their owners. */
public final class Passkeys {

    private static final String OWNER =
            """
            select handle, username, name from accounts.passkey_owner
            join accounts.account on account.id = account_id
            """;

    private static final String SELECT =
            """
            select passkey.*, handle from accounts.passkey
            join accounts.passkey_owner using (account_id)
            join accounts.account on account.id = account_id
            """;

    private final JdbcClient jdbc;

    public Passkeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PasskeyOwner> ownerOf(String handle) {
        return jdbc.sql(OWNER + "where handle = :handle")
                .param("handle", handle)
                .query(PasskeyOwner.class)
                .optional();
    }

    public Optional<PasskeyOwner> owner(String username) {
        return jdbc.sql(OWNER + "where username_key = :key")
                .param("key", UsernameForm.key(username))
                .query(PasskeyOwner.class)
                .optional();
    }

    /** Gives an account a handle, unless it has one. */
    public void addOwner(String username, String handle) {
        jdbc.sql(
                        """
                        insert into accounts.passkey_owner (account_id, handle)
                        select id, :handle from accounts.account where username_key = :key
                        on conflict do nothing
                        """)
                .param("handle", handle)
                .param("key", UsernameForm.key(username))
                .update();
    }

    /** The passkeys of an account, the newest first. */
    public List<Passkey> of(String username) {
        return jdbc.sql(SELECT + "where username_key = :key order by added_at desc, credential_id")
                .param("key", UsernameForm.key(username))
                .query(Passkeys::passkey)
                .list();
    }

    public Optional<Passkey> find(String credentialId) {
        return jdbc.sql(SELECT + "where credential_id = :id")
                .param("id", credentialId)
                .query(Passkeys::passkey)
                .optional();
    }

    public void add(Passkey passkey) {
        jdbc.sql(
                        """
                        insert into accounts.passkey (credential_id, account_id, name, public_key,
                            signature_count, user_verified, backup_eligible, backed_up, transports,
                            attestation_object, client_data, added_at)
                        select :id, account_id, :name, :publicKey, :count, :verified, :eligible, :backedUp,
                            :transports, :attestation, :clientData, :added
                        from accounts.passkey_owner where handle = :handle
                        """)
                .param("id", passkey.credentialId())
                .param("handle", passkey.handle())
                .param("name", passkey.name())
                .param("publicKey", passkey.publicKey())
                .param("count", passkey.signatureCount())
                .param("verified", passkey.userVerified())
                .param("eligible", passkey.backupEligible())
                .param("backedUp", passkey.backedUp())
                .param("transports", passkey.transports().toArray(String[]::new))
                .param("attestation", passkey.attestationObject())
                .param("clientData", passkey.clientData())
                .param("added", passkey.added().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Notes that a passkey has been used.
     *
     * @return false where its count has not grown although it counts: somebody may have a copy
     */
    public boolean use(String credentialId, long signatureCount) {
        return jdbc.sql(
                                """
                                update accounts.passkey
                                set signature_count = :count, last_used_at = now()
                                where credential_id = :id
                                  and (signature_count < :count or (signature_count = 0 and :count = 0))
                                """)
                        .param("id", credentialId)
                        .param("count", signatureCount)
                        .update()
                == 1;
    }

    /** Removes a passkey of an account; false where it has none such. */
    public boolean remove(String username, String credentialId) {
        return jdbc.sql(
                                """
                                delete from accounts.passkey using accounts.account
                                where account.id = account_id and username_key = :key
                                  and credential_id = :id
                                """)
                        .param("key", UsernameForm.key(username))
                        .param("id", credentialId)
                        .update()
                == 1;
    }

    void removeAll(String username) {
        jdbc.sql(
                        """
                        delete from accounts.passkey using accounts.account
                        where account.id = account_id and username_key = :key
                        """)
                .param("key", UsernameForm.key(username))
                .update();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Passkey(
                row.getString("credential_id"),
                row.getString("handle"),
                row.getString("name"),
                row.getString("public_key"),
                row.getLong("signature_count"),
                row.getBoolean("user_verified"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                List.of((String[]) row.getArray("transports").getArray()),
                row.getString("attestation_object"),
                row.getString("client_data"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
