package org.unenrol.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The trail, written to. Entries are only ever added, at the time that the database has. */
public final class AuditTrail {

    private static final String ADD =
            """
            insert into audit.entry
                (kind, account_id, account, via, via_name, address, import_id, about, details)
            values (:kind, :accountId, :account, :via, :viaName, :address, :importId, :about,
                cast(:details as jsonb))
            returning id
            """;

    private static final String PURGE =
            """
            select audit.purge(:before, :most)
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Origins origins;
    private final KnownAccounts accounts;

    public AuditTrail(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Origins origins,
            KnownAccounts accounts) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.origins = origins;
        this.accounts = accounts;
    }

    /** Adds an entry, in the transaction that is open if one is. */
    public void record(AuditEvent event) {
        record(event, origins.current());
    }

    /**
     * Makes a change and records it, both or neither.
     *
     * @param event of the change by its answer; null where nothing has changed
     */
    public <T> T record(Supplier<T> change, Function<T, @Nullable AuditEvent> event) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            T answer = change.get();
                            Optional.ofNullable(event.apply(answer)).ifPresent(this::record);
                            return answer;
                        }));
    }

    /** Makes a change that always is one, and records it, both or neither. */
    public void record(Runnable change, AuditEvent event) {
        transaction.executeWithoutResult(
                status -> {
                    change.run();
                    record(event);
                });
    }

    /** Adds an entry about what somebody else, or nobody who is known, has asked for. */
    void record(AuditEvent event, Origin asked) {
        String by = event.by() == null ? asked.account() : event.by();
        Optional<KnownAccount> account = Optional.ofNullable(by).flatMap(accounts::find);
        Origin origin = through(event, asked);
        long id =
                jdbc.sql(ADD)
                        .param("kind", event.kind().name())
                        .param("accountId", account.map(KnownAccount::id).orElse(null))
                        .param("account", account.map(KnownAccount::username).orElse(null))
                        .param("via", origin.via().name())
                        .param("viaName", origin.name())
                        .param("address", origin.address())
                        .param("importId", event.importId())
                        .param("about", event.about())
                        .param("details", CanonicalJson.of(event.details()))
                        .query(Long.class)
                        .single();
        AuditLog.write(id, event, account.orElse(null), origin);
    }

    private static Origin through(AuditEvent event, Origin asked) {
        return event.source() == null
                ? asked
                : new Origin(asked.account(), Via.SOURCE, event.source(), asked.address());
    }

    /**
     * Deletes the oldest entries, up to so many, that are older than a time and chained. The chain
     * of the rest still verifies, and an entry tells of it.
     *
     * @return how many; 0 when there are none left
     */
    public int purgeBefore(Instant before, int most) {
        return jdbc.sql(PURGE)
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
