package org.unenrol.ledger.webhook;

import java.util.UUID;

/**
 * A delivery that is due.
 *
 * @param eventId the message's id for its address, the same at every try
 * @param body in JSON, likewise
 * @param attempts how many tries have begun, this one included
 */
public record QueuedWebhook(long id, UUID eventId, String address, String body, int attempts) {}
