package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A guess at what is wrong with a cell that has not been recognised. Nothing is ever matched by it.
 *
 * @param character the code point of the character that it is about; null where it is about the
 *     whole cell
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CellHint(Kind kind, @Nullable Integer character) {

    public static CellHint of(Kind kind) {
        return new CellHint(kind, null);
    }

    /** The kinds of hints. The names are part of the message format. */
    public enum Kind {
        /** A character that cannot be seen. */
        CHARACTER_UNSEEN,
        /** A character that stands for one that an earlier program has lost. */
        CHARACTER_LOST,
        CHARACTER_LIKE_LATIN,
        CHARACTER_LIKE_QUOTATION_MARK,
        CHARACTER_LIKE_APOSTROPHE,
        CHARACTER_LIKE_HYPHEN,
        CHARACTER_LIKE_SPACE,
        /** An apostrophe that keeps a spreadsheet from running a formula, as exports have it. */
        FORMULA_GUARD,
        REWRITTEN_AS_NUMBER,
        REWRITTEN_AS_DATE,
        ZEROS_REMOVED,
        SPREADSHEET_ERROR,
        EMAIL_ADDRESS,
        NAME_OF_A_PERSON
    }
}
