package org.unenrol.ledger.webhook;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deliveries that are due, one try at a time. A try is noted before it begins and holds the
 * delivery for a while; if its sender dies, it becomes due again when that time is over.
 */
public final class WebhookOutbox {

    private final JdbcClient jdbc;
    private final FailedDeliveries failures;

    public WebhookOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.failures = new FailedDeliveries(jdbc);
    }

    /**
     * Takes the next delivery to an address that is due. Due, too, is one that was put off for
     * longer than any is put off now: the database's clock has been put back since.
     *
     * @param hold longer than a try can take
     * @param longest the longest time for which a delivery is put off
     */
    public Optional<QueuedWebhook> take(String address, Duration hold, Duration longest) {
        return jdbc.sql(
                        """
                        update imports.webhook_delivery
                        set attempts = attempts + 1,
                            next_attempt_at = now() + cast(:hold as interval)
                        where id = (
                            select id from imports.webhook_delivery
                            where state = 'QUEUED' and address = :address
                              and (next_attempt_at <= now()
                                   or next_attempt_at > now() + cast(:longest as interval))
                            order by next_attempt_at, id
                            limit 1
                            for update skip locked)
                        returning *
                        """)
                .param("address", address)
                .param("hold", hold.toString())
                .param("longest", longest.toString())
                .query(
                        (row, number) ->
                                new QueuedWebhook(
                                        row.getLong("id"),
                                        row.getObject("event_id", UUID.class),
                                        row.getString("address"),
                                        row.getString("body"),
                                        row.getInt("attempts")))
                .optional();
    }

    /** Marks a delivery as one that its address has. */
    public void delivered(QueuedWebhook delivery, int status) {
        jdbc.sql(
                        """
                        update imports.webhook_delivery
                        set state = 'DELIVERED', ended_at = now(), last_status = :status,
                            last_failure = null
                        where id = :id and state <> 'DELIVERED'
                        """)
                .param("id", delivery.id())
                .param("status", status)
                .update();
    }

    /**
     * Notes that a try has failed, and leaves the delivery for another one or gives it up.
     *
     * @return how far it has come; {@code QUEUED} also for one that another sender has taken
     */
    public WebhookState failed(
            QueuedWebhook delivery, WebhookFailure failure, WebhookRetries retries) {
        return failures.note(delivery, failure, retries);
    }

    /**
     * Gives up deliveries to addresses that nobody knows any more.
     *
     * @param known the addresses that there are
     * @param after only those that have been due for so long: instances that know other addresses
     *     would have taken them
     * @return how many
     */
    public int giveUpUnknown(Collection<String> known, Duration after) {
        return jdbc.sql(
                        """
                        update imports.webhook_delivery
                        set state = 'GIVEN_UP', ended_at = now(), last_status = null,
                            last_failure = 'NOT_CONFIGURED'
                        where state = 'QUEUED' and address <> all(:known)
                          and next_attempt_at < now() - cast(:after as interval)
                        """)
                .param("known", known.toArray(String[]::new))
                .param("after", after.toString())
                .update();
    }

    /** Counts what has not arrived at an address, or at any where none is named. */
    public WebhookBacklog backlog(Optional<String> address) {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'QUEUED') as queued,
                               count(*) filter (where state = 'GIVEN_UP') as given_up,
                               coalesce(greatest(0, extract(epoch from
                                   now() - min(queued_at) filter (where state = 'QUEUED'))), 0) as oldest
                        from imports.webhook_delivery
                        where state <> 'DELIVERED' and (:address::text is null or address = :address)
                        """)
                .param("address", address.orElse(null))
                .query(
                        (row, number) ->
                                new WebhookBacklog(
                                        row.getInt("queued"),
                                        Duration.ofMillis((long) (1000 * row.getDouble("oldest"))),
                                        row.getInt("given_up")))
                .single();
    }
}
