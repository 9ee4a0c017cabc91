package org.unenrol.ledger;

/**
 * How the bytes of the upload are read.
 *
 * @param charset the canonical name of a {@link java.nio.charset.Charset}
 * @param assumed the sentence for people on what was assumed
 * @param headerRow the row of the header as a spreadsheet numbers it, usually 1
 */
public record Reading(String charset, char delimiter, String assumed, int headerRow) {}
