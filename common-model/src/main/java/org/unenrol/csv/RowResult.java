package org.unenrol.csv;

import org.unenrol.model.OutcomeCode;

/**
 * The content of the outcome cell of a row.
 *
 * @param message one or more sentences for people, in the language of the import
 */
public record RowResult(OutcomeCode code, String message) {

    /** The text of the cell, such as {@code UNENROLLED: Unenrolled.} */
    public String cell() {
        return code + ": " + message;
    }
}
