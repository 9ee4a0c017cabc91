package org.unenrol.notifier.webhook;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.unenrol.ledger.event.WebhookEventType;
import org.unenrol.ledger.webhook.WebhookEvent;

/**
 * An address that is told, its settings read and found right.
 *
 * @param sources empty for everything
 * @param events empty for all
 */
record WebhookAddress(
        String name,
        URI url,
        List<WebhookSecret> secrets,
        Set<String> sources,
        Set<WebhookEventType> events) {

    /** Tells whether it is to be told of this. */
    boolean wants(WebhookEvent event) {
        String source = event.source();
        return (events.isEmpty() || events.contains(event.type()))
                && (sources.isEmpty() || (source != null && sources.contains(source)));
    }
}
