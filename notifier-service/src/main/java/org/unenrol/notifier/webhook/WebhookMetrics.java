package org.unenrol.notifier.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.unenrol.ledger.webhook.WebhookBacklog;
import org.unenrol.ledger.webhook.WebhookOutbox;

/** Shows operators what has not arrived. */
final class WebhookMetrics implements MeterBinder {

    private static final double MILLIS = 1000;

    private final WebhookOutbox outbox;

    WebhookMetrics(WebhookOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge("unenrol.webhooks.queued", WebhookBacklog::queued)
                .description("Webhook deliveries that wait")
                .register(meters);
        gauge("unenrol.webhooks.oldest", backlog -> backlog.oldest().toMillis() / MILLIS)
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
        gauge("unenrol.webhooks.given.up", WebhookBacklog::givenUp)
                .description("Webhook deliveries that were given up")
                .register(meters);
    }

    private Gauge.Builder<WebhookOutbox> gauge(
            String name, ToDoubleFunction<WebhookBacklog> figure) {
        return Gauge.builder(
                name, outbox, webhooks -> figure.applyAsDouble(webhooks.backlog(Optional.empty())));
    }
}
