package org.unenrol.notifier.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.unenrol.ledger.webhook.WebhookBacklog;
import org.unenrol.ledger.webhook.WebhookOutbox;

/** Tells of each address what has not arrived there. That is never the service's own failure. */
final class WebhooksHealth implements HealthIndicator {

    private final List<WebhookAddress> addresses;
    private final WebhookOutbox outbox;

    WebhooksHealth(List<WebhookAddress> addresses, WebhookOutbox outbox) {
        this.addresses = addresses;
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (WebhookAddress address : addresses) {
            WebhookBacklog backlog = outbox.backlog(Optional.of(address.name()));
            health.withDetail(
                    address.name(),
                    Map.of(
                            "queued", backlog.queued(),
                            "oldestSeconds", backlog.oldest().toSeconds(),
                            "givenUp", backlog.givenUp()));
        }
        return health.build();
    }
}
