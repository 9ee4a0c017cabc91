package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something in the file itself that makes a row unusable, found while the file is read.
 *
 * @param number what the kind says it is; null for a kind without one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFault(Kind fault, @Nullable Long number) implements Detail {

    public static RowFault of(Kind kind) {
        return new RowFault(kind, null);
    }

    public static RowFault of(Kind kind, long number) {
        return new RowFault(kind, number);
    }

    /** The kinds of faults. The names are part of the message format. */
    public enum Kind {
        ROW_EMPTY,
        /** The number: cells found. */
        TOO_FEW_CELLS,
        /** The number: cells found. */
        TOO_MANY_CELLS,
        STRAY_QUOTE,
        ROWS_IN_QUOTES,
        /** The number: the line of the file with the first of the quotation marks. */
        LINE_IN_QUOTES,
        /** The number: the line of the file with the quotation mark. */
        AFTER_STRAY_QUOTE,
        /** The number: the most bytes that a row may have. */
        ROW_TOO_LONG,
        UNREADABLE_CHARACTERS,
        USERNAME_MISSING,
        /** The number: the most characters that a username may have. */
        USERNAME_TOO_LONG,
        REFERENCE_MISSING,
        /** The number: the most characters that a reference may have. */
        REFERENCE_TOO_LONG,
        EMAIL_CHOICE_MISSING,
        EMAIL_CHOICE_UNREADABLE
    }
}
