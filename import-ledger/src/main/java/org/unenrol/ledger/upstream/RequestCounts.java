package org.unenrol.ledger.upstream;

import java.time.Duration;

/**
 * Counts of the requests of a source.
 *
 * @param open those that are being received or are about to become imports
 * @param waiting since when the one that has been whole for longest waits to become an import
 * @param refused those that were refused
 * @param setAside records that nobody could be answered about
 */
public record RequestCounts(int open, Duration waiting, int refused, int setAside) {}
