package org.unenrol.ledger.dispatch;

import java.util.UUID;

/**
 * The report and the wish of the holder of an import's lease.
 *
 * @param dispatchedThrough the last row whose publication the broker has acknowledged
 * @param wantedThrough the last row the holder would like to publish next
 */
public record DispatchClaim(UUID importId, int dispatchedThrough, int wantedThrough) {}
