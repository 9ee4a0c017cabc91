package org.unenrol.ledger.folder;

/**
 * A file that has not been moved yet.
 *
 * @param isUnderWay whether its import has still to end
 */
public record OpenFile(String name, boolean isUnderWay) {}
