package org.unenrol.ledger.event;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.model.ImportEvent;

/** Events that are true and wait to be published, in the order in which they became true. */
public final class EventOutbox {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public EventOutbox(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Adds an event to the caller's transaction. */
    public void add(UUID importId, ImportEvent.Type type) {
        jdbc.sql(
                        """
                        insert into imports.import_event (import_id, type) values (:importId, :type)
                        on conflict do nothing
                        """)
                .param("importId", importId)
                .param("type", type.name())
                .update();
    }

    /**
     * Hands the next events to the publisher and marks them once it returns. One instance at a time
     * publishes, so that the order holds; after a crash in between they are published again.
     *
     * @return how many were published
     */
    public int publishNext(int limit, Consumer<List<ImportEvent>> publisher) {
        Integer published =
                transaction.execute(
                        status -> {
                            if (!lock()) {
                                return 0;
                            }
                            List<PendingEvent> pending = pending(limit);
                            if (!pending.isEmpty()) {
                                publisher.accept(
                                        pending.stream().map(PendingEvent::event).toList());
                                mark(pending);
                            }
                            return pending.size();
                        });
        return published == null ? 0 : published;
    }

    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('imports.import_event'))")
                .query(Boolean.class)
                .single();
    }

    private List<PendingEvent> pending(int limit) {
        return jdbc.sql(
                        "select e.id, e.import_id, e.type, e.occurred_at, i.mode, p.total, "
                                + OutcomeCounts.COLUMN
                                + """
                        from imports.import_event e join imports.import i on i.id = e.import_id
                        join imports.progress p on p.import_id = i.id
                        where e.published_at is null
                        order by e.id
                        limit :limit
                        """)
                .param("limit", limit)
                .query(new PendingEvent.Mapper())
                .list();
    }

    private void mark(List<PendingEvent> events) {
        jdbc.sql("update imports.import_event set published_at = now() where id = any(:ids)")
                .param("ids", events.stream().map(PendingEvent::id).toArray(Long[]::new))
                .update();
    }
}
