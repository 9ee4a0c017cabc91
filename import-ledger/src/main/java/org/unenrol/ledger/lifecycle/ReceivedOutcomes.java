package org.unenrol.ledger.lifecycle;

import java.util.UUID;

/**
 * How many rows of an import have got an outcome.
 *
 * @param changed how many of them have another one than in the verification
 */
public record ReceivedOutcomes(UUID importId, int rows, int changed) {}
