package org.unenrol.ledger.lifecycle;

import java.util.UUID;

/**
 * The number of rows of an import that have got an outcome.
 *
 * @param changed how many of them have another one than in the verification
 */
public record ReceivedOutcomes(UUID importId, int rows, int changed) {}
