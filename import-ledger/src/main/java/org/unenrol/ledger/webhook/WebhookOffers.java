package org.unenrol.ledger.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.ledger.event.OutcomeCounts;

/**
 * Makes deliveries of events, once of each, however many instances do so. Addresses that become
 * known later get none of them.
 */
public final class WebhookOffers {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public WebhookOffers(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Makes deliveries of the next events, in the order in which they became true.
     *
     * @param orders tells which deliveries to make of an event
     * @return of how many events
     */
    public int offerNext(int limit, Function<WebhookEvent, List<WebhookOrder>> orders) {
        Integer offered =
                transaction.execute(
                        status -> {
                            List<WebhookEvent> events = next(limit);
                            if (!events.isEmpty()) {
                                queue(events, orders);
                                mark(events);
                            }
                            return events.size();
                        });
        return offered == null ? 0 : offered;
    }

    private List<WebhookEvent> next(int limit) {
        return jdbc.sql(
                        "select e.*, i.mode, i.file_name, p.state, p.total, "
                                + OutcomeCounts.COLUMN
                                + """
                                from imports.webhook_event e
                                left join imports.import i on i.id = e.import_id
                                left join imports.progress p on p.import_id = e.import_id
                                where e.offered_at is null
                                order by e.sequence
                                limit :limit
                                for update of e skip locked
                                """)
                .param("limit", limit)
                .query(new WebhookEventRows())
                .list();
    }

    private void queue(
            List<WebhookEvent> events, Function<WebhookEvent, List<WebhookOrder>> orders) {
        List<UUID> ids = new ArrayList<>();
        List<WebhookOrder> all = new ArrayList<>();
        for (WebhookEvent event : events) {
            for (WebhookOrder order : orders.apply(event)) {
                ids.add(event.id());
                all.add(order);
            }
        }
        jdbc.sql(
                        """
                        insert into imports.webhook_delivery (event_id, address, body)
                        select o.event_id, o.address, o.body
                        from unnest(:ids::uuid[], :addresses::text[], :bodies::text[])
                            with ordinality as o (event_id, address, body, place)
                        order by o.place
                        on conflict do nothing
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("addresses", all.stream().map(WebhookOrder::address).toArray(String[]::new))
                .param("bodies", all.stream().map(WebhookOrder::body).toArray(String[]::new))
                .update();
    }

    private void mark(List<WebhookEvent> events) {
        jdbc.sql("update imports.webhook_event set offered_at = now() where id = any(:ids)")
                .param("ids", events.stream().map(WebhookEvent::id).toArray(UUID[]::new))
                .update();
    }
}
