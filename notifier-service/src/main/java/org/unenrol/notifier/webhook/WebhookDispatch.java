package org.unenrol.notifier.webhook;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.ledger.webhook.QueuedWebhook;
import org.unenrol.ledger.webhook.WebhookOutbox;
import org.unenrol.ledger.webhook.WebhookState;
import org.unenrol.service.WorkLoop;

/** Takes deliveries from the outbox and sends them, each marked as soon as it is answered. */
final class WebhookDispatch {

    private static final Logger log = LoggerFactory.getLogger(WebhookDispatch.class);

    private final WebhookOutbox outbox;
    private final WebhookClient client;
    private final WebhookSettings settings;

    WebhookDispatch(WebhookOutbox outbox, WebhookClient client, WebhookSettings settings) {
        this.outbox = outbox;
        this.client = client;
        this.settings = settings;
    }

    /** Sends what is next for an address. */
    WorkLoop.Then sendNext(WebhookAddress address) {
        Optional<QueuedWebhook> next =
                outbox.take(address.name(), settings.hold(), settings.longestHold());
        next.ifPresent(delivery -> send(address, delivery));
        return WorkLoop.Then.after(next.isPresent());
    }

    private void send(WebhookAddress address, QueuedWebhook delivery) {
        WebhookAnswer answer = client.post(address, delivery);
        if (answer instanceof WebhookAnswer.Delivered delivered) {
            outbox.delivered(delivery, delivered.status());
        } else if (answer instanceof WebhookAnswer.Failed failed) {
            WebhookState state = outbox.failed(delivery, failed.failure(), settings.retries());
            log.warn(
                    "webhook {} event {} not delivered at try {}: {} {}, {}",
                    address.name(),
                    delivery.eventId(),
                    delivery.attempts(),
                    failed.failure().kind(),
                    failed.failure().status(),
                    state);
        }
    }
}
