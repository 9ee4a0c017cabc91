package org.unenrol.ledger.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.ledger.reply.RequestReplies;

/** Requests that are whole, for one instance at a time to make each an import. */
public final class ReadyRequests {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final RequestTable table;
    private final RequestReplies replies;
    private final Duration lease;

    /**
     * Takes the time after which a silent instance has lost its request.
     *
     * @param lease renewed while the rows are read
     */
    public ReadyRequests(JdbcClient jdbc, TransactionOperations transaction, Duration lease) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.table = new RequestTable(jdbc);
        this.replies = new RequestReplies(jdbc);
        this.lease = lease;
    }

    /**
     * Takes the smallest request of the given sources, and of those the oldest.
     *
     * @param mostRows no larger ones
     */
    public Optional<ReadyRequest> acquire(UUID owner, Set<String> sources, int mostRows) {
        return jdbc.sql(
                        """
                        update imports.upstream_request
                        set lease_owner = :owner, lease_until = now() + cast(:lease as interval)
                        where id = (
                            select id from imports.upstream_request
                            where state = 'RECEIVED' and source = any(:sources)
                              and coalesce(rows, 0) <= :mostRows
                              and (lease_owner is null or lease_until < now()
                                   or lease_until > now() + 2 * cast(:lease as interval))
                            order by coalesce(rows, 0), received_at
                            limit 1
                            for update skip locked)
                        returning id, source, request_id, mode, rows, username, send_email, learner_emails, language
                        """)
                .param("owner", owner)
                .param("lease", lease.toString())
                .param("sources", sources.toArray(String[]::new))
                .param("mostRows", mostRows)
                .query(ReadyRequest.class)
                .optional();
    }

    /** Renews the lease. Returns false when it is lost. */
    public boolean renew(UUID request, UUID owner) {
        return jdbc.sql(
                                """
                                update imports.upstream_request
                                set lease_until = now() + cast(:lease as interval)
                                where id = :id and lease_owner = :owner and state = 'RECEIVED'
                                """)
                        .param("id", request)
                        .param("owner", owner)
                        .param("lease", lease.toString())
                        .update()
                == 1;
    }

    /** Keeps the rows that were found for a learner who has left, unless there are some. */
    public void keepRows(UUID request, RowsJson found) {
        transaction.executeWithoutResult(
                status -> {
                    table.add(request, 1, found);
                    table.close(request, 1, found.rows());
                });
    }

    /**
     * Makes the import and accepts the request, both or neither.
     *
     * @param makeImport joins the transaction
     * @return false when the request is no longer the owner's; no import is made then
     */
    public boolean accept(UUID request, UUID owner, Supplier<UUID> makeImport) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            if (!isOwned(request, owner)) {
                                return false;
                            }
                            markAccepted(request, makeImport.get());
                            replies.accepted(request);
                            return true;
                        }));
    }

    /** Refuses the request, if it is still the owner's. */
    public void refuse(ReadyRequest request, UUID owner, RequestRefusal refusal) {
        transaction.executeWithoutResult(
                status -> {
                    if (isOwned(request.id(), owner)) {
                        table.markRefused(request.id(), refusal.reason().name());
                        replies.refused(
                                request.id(),
                                refusal.reply(request.requestId(), request.language(), ""));
                    }
                });
    }

    private boolean isOwned(UUID request, UUID owner) {
        return jdbc.sql(
                        """
                        select id from imports.upstream_request
                        where id = :id and lease_owner = :owner and state = 'RECEIVED'
                        for no key update
                        """)
                .param("id", request)
                .param("owner", owner)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private void markAccepted(UUID request, UUID importId) {
        jdbc.sql(
                        """
                        update imports.upstream_request
                        set state = 'ACCEPTED', import_id = :importId, lease_owner = null
                        where id = :id
                        """)
                .param("id", request)
                .param("importId", importId)
                .update();
    }
}
