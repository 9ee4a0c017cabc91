package org.unenrol.ledger.reply;

/**
 * The identity of a request.
 *
 * @param source the upstream system
 * @param requestId as that system has chosen it
 */
public record RequestKey(String source, String requestId) {}
