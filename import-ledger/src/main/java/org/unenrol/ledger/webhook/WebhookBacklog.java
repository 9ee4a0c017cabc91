package org.unenrol.ledger.webhook;

import java.time.Duration;

/**
 * The deliveries to one address, or to all, that have not arrived.
 *
 * @param queued how many wait, those between two tries included
 * @param oldest how long the oldest of them has waited
 */
public record WebhookBacklog(int queued, Duration oldest, int givenUp) {}
