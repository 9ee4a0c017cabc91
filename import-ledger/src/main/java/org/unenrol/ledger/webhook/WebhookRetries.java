package org.unenrol.ledger.webhook;

import java.time.Duration;

/**
 * The limits on how often and for how long a delivery is tried.
 *
 * @param firstPause between the first two tries; each further one is three times as long
 * @param longestPause between two tries, also where the address asks for a longer one
 * @param givenUpAfter so long after it was queued, a delivery is tried for the last time
 */
public record WebhookRetries(Duration firstPause, Duration longestPause, Duration givenUpAfter) {}
