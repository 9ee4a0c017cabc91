package org.unenrol.ledger.folder;

/**
 * The place that is kept for a file.
 *
 * @param name which no other file of that subfolder has
 */
public record Destination(Subfolder subfolder, String name) {}
