package org.unenrol.ledger.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.model.UsernameKey;

/** Erasures, asked for and looked up. {@link ErasureSteps} does them. */
public final class Erasures {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AuditTrail audit;

    public Erasures(JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * Asks for the erasure of whoever has the username, from all imports that there are now.
     *
     * @param who asks for it
     */
    public UUID begin(String username, String who) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(
                status -> {
                    insert(id, username, who);
                    audit.record(AuditEvent.of(AuditKind.ERASURE_ASKED).by(who));
                });
        return id;
    }

    private void insert(UUID id, String username, String who) {
        jdbc.sql(
                        """
                        insert into imports.erasure (id, asked_by, username_key, through)
                        select :id, :who, :key, coalesce(max(sequence), 0) from imports.import
                        """)
                .param("id", id)
                .param("who", who)
                .param("key", UsernameKey.of(username))
                .update();
    }

    /** The latest, the newest first. */
    public List<Erasure> latest(int limit) {
        return jdbc.sql(
                        """
                        select id, asked_by, asked_at, imports, rows, mails, ended_at
                        from imports.erasure order by asked_at desc limit :limit
                        """)
                .param("limit", limit)
                .query(Erasures::erasure)
                .list();
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("imports"),
                row.getInt("rows"),
                row.getInt("mails"),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
