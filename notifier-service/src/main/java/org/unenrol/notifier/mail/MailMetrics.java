package org.unenrol.notifier.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.unenrol.ledger.mail.MailBacklog;
import org.unenrol.ledger.mail.MailOutbox;

/** Shows operators what has not been sent. */
final class MailMetrics implements MeterBinder {

    private static final double SECONDS = 60;

    private final MailOutbox outbox;
    private final ServerHealth health;
    private final int learnerRate;

    MailMetrics(MailOutbox outbox, ServerHealth health, int learnerRate) {
        this.outbox = outbox;
        this.health = health;
        this.learnerRate = learnerRate;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "unenrol.mails.queued", "Mails that wait", MailBacklog::queued);
        gauge(
                meters,
                "unenrol.mails.learners.queued",
                "Those of them that are to learners",
                MailBacklog::learners);
        gauge(
                meters,
                "unenrol.mails.domains.paused",
                "Domains that put off mail after mail, and are left alone for now",
                MailBacklog::pausedDomains);
        Gauge.builder(
                        "unenrol.mails.learners.left",
                        outbox,
                        mails -> SECONDS * mails.backlog().learners() / learnerRate)
                .description("How long it takes at the rate until all those to learners are sent")
                .baseUnit("seconds")
                .register(meters);
        gauge(
                meters,
                "unenrol.mails.perhaps.sent",
                "Mails whose acceptance is not known and that are not sent again",
                MailBacklog::perhapsSent);
        gauge(
                meters,
                "unenrol.mails.undeliverable",
                "Mails that were given up",
                MailBacklog::undeliverable);
        Gauge.builder(
                        "unenrol.mails.oldest",
                        outbox,
                        mails -> mails.backlog().oldest().toMillis() / 1000.0)
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("unenrol.mail.server.failures", health, ServerHealth::failures)
                .description("How often the mail server has failed since it last worked")
                .register(meters);
    }

    private void gauge(
            MeterRegistry meters,
            String name,
            String description,
            ToDoubleFunction<MailBacklog> figure) {
        Gauge.builder(name, outbox, mails -> figure.applyAsDouble(mails.backlog()))
                .description(description)
                .register(meters);
    }
}
