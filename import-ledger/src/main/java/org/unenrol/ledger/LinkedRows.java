package org.unenrol.ledger;

import java.util.UUID;

/**
 * The import whose rows an import takes back or runs again.
 *
 * @param rows those rows of it, in ascending order: the first of these is row 1 of the new import
 */
@SuppressWarnings("ArrayRecordComponent") // four bytes each, for files of millions
public record LinkedRows(UUID importId, int[] rows) {}
