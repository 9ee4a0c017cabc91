package org.unenrol.ledger.webhook;

/**
 * A delivery to be made of an event.
 *
 * @param address the name of the address
 * @param body in JSON
 */
public record WebhookOrder(String address, String body) {}
