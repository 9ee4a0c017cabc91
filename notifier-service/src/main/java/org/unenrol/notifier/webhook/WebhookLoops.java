package org.unenrol.notifier.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.unenrol.ledger.webhook.WebhookOffers;
import org.unenrol.ledger.webhook.WebhookOutbox;
import org.unenrol.service.WorkLoop;

/**
 * Makes deliveries of events and sends them, with a loop for each address. Events are taken from
 * the ledger also where there is no address: one that is configured later is not told of them.
 */
final class WebhookLoops implements SmartLifecycle {

    private static final int BATCH = 100;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    /** Others that know it would have taken it long ago. */
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(15);

    private final List<WorkLoop> loops = new ArrayList<>();
    private final List<WorkLoop> sending;
    private final WebhookClient client;
    private volatile boolean running;

    WebhookLoops(
            List<WebhookAddress> addresses,
            WebhookMessages messages,
            WebhookOffers offers,
            WebhookOutbox outbox,
            WebhookDispatch dispatch,
            WebhookClient client) {
        this.client = client;
        this.sending =
                addresses.stream()
                        .map(
                                one ->
                                        new WorkLoop(
                                                "webhook-" + one.name(),
                                                1,
                                                INTERVAL,
                                                () ->
                                                        running
                                                                ? dispatch.sendNext(one)
                                                                : WorkLoop.Then.LATER))
                        .toList();
        loops.addAll(sending);
        loops.add(offering(messages, offers));
        loops.add(sweeping(outbox, addresses.stream().map(WebhookAddress::name).toList()));
    }

    private WorkLoop offering(WebhookMessages messages, WebhookOffers offers) {
        return new WorkLoop(
                "webhook-events",
                1,
                INTERVAL,
                () -> {
                    boolean some = offers.offerNext(BATCH, messages::of) > 0;
                    if (some) {
                        sending.forEach(WorkLoop::signal);
                    }
                    return WorkLoop.Then.after(some);
                });
    }

    private static WorkLoop sweeping(WebhookOutbox outbox, List<String> known) {
        return new WorkLoop(
                "webhook-unknown",
                1,
                SWEEP,
                () -> {
                    outbox.giveUpUnknown(known, UNKNOWN_FOR);
                    return WorkLoop.Then.LATER;
                });
    }

    @Override
    public void start() {
        running = true;
        loops.forEach(WorkLoop::start);
    }

    /** Requests that are under way are broken off: they are sent again by whoever starts next. */
    @Override
    public void stop() {
        running = false;
        client.close();
        loops.forEach(WorkLoop::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
