package org.unenrol.ledger;

import org.unenrol.wording.FileMessages;

/**
 * The way in which the bytes of the upload are read.
 *
 * @param charset the canonical name of a {@link java.nio.charset.Charset}
 * @param headerRow the row of the header as a spreadsheet numbers it, usually 1
 */
public record Reading(String charset, char delimiter, int headerRow) {

    /** The assumptions about the file, in a language. */
    public String sentence(FileMessages messages) {
        return messages.reading(charset, delimiter);
    }
}
