package org.unenrol.ledger.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.ledger.event.WebhookEventType;
import org.unenrol.ledger.webhook.WebhookDelivery.About;
import org.unenrol.ledger.webhook.WebhookDelivery.Times;

/** The deliveries that there have been, for those who look after them. */
public final class WebhookHistory {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AuditTrail audit;

    public WebhookHistory(JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * A page of the history, newest first.
     *
     * @param state only those in this state, or null for all
     * @param after the id of the last delivery of the page before, or null for the first page
     */
    public List<WebhookDelivery> page(
            @Nullable WebhookState state, @Nullable Long after, int limit) {
        return jdbc.sql(
                        """
                        select d.*, e.type, e.import_id, i.file_name, e.source, e.request_id, e.occurred_at
                        from imports.webhook_delivery d
                        join imports.webhook_event e on e.id = d.event_id
                        left join imports.import i on i.id = e.import_id
                        where (:state::text is null or d.state = :state)
                          and (:after::bigint is null or d.id < :after)
                        order by d.id desc
                        limit :limit
                        """)
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit)
                .query(WebhookHistory::delivery)
                .list();
    }

    /**
     * Queues a delivery again that has ended, as the same message.
     *
     * @param who wants it
     * @return false when there is none, or it is tried anyway
     */
    public boolean sendAgain(long id, String who) {
        Boolean queued =
                transaction.execute(
                        status -> {
                            Optional<Again> again = queueAgain(id);
                            again.ifPresent(one -> note(one, who));
                            return again.isPresent();
                        });
        return Boolean.TRUE.equals(queued);
    }

    private Optional<Again> queueAgain(long id) {
        return jdbc.sql(
                        """
                        update imports.webhook_delivery d
                        set state = 'QUEUED', attempts = 0, queued_at = now(), next_attempt_at = now(),
                            ended_at = null
                        from imports.webhook_event e
                        where d.id = :id and d.state in ('DELIVERED', 'GIVEN_UP') and e.id = d.event_id
                        returning d.address, e.import_id
                        """)
                .param("id", id)
                .query(Again.class)
                .optional();
    }

    private void note(Again again, String who) {
        AuditEvent event =
                AuditEvent.of(AuditKind.WEBHOOK_SENT_AGAIN)
                        .by(who)
                        .with(AuditDetail.NAME, again.address());
        UUID importId = again.importId();
        audit.record(importId == null ? event : event.about(importId));
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        String failure = row.getString("last_failure");
        return new WebhookDelivery(
                row.getLong("id"),
                about(row),
                row.getString("address"),
                WebhookState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("last_status", Integer.class),
                failure == null ? null : WebhookFailure.Kind.valueOf(failure),
                times(row));
    }

    private static About about(ResultSet row) throws SQLException {
        return new About(
                row.getObject("event_id", UUID.class),
                WebhookEventType.valueOf(row.getString("type")),
                row.getObject("import_id", UUID.class),
                row.getString("file_name"),
                row.getString("source"),
                row.getString("request_id"));
    }

    private static Times times(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Times(
                instant(row, "occurred_at"),
                instant(row, "next_attempt_at"),
                ended == null ? null : ended.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record Again(String address, @Nullable UUID importId) {}
}
