package org.unenrol.model.upstream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a record of a request.
 *
 * @param part of a record with rows, its number; null otherwise
 * @param index of the row in the record's array, counted from 0; null where it is about no row
 * @param member the name of the JSON member
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestFault(
        @Nullable Integer part, @Nullable Integer index, String member, Kind kind) {

    /** The kinds of faults. The names are public API. */
    public enum Kind {
        MISSING,
        /** Not of the type that the schema has. */
        WRONG_TYPE,
        /** Of the right type, and yet no value that can be. */
        WRONG_VALUE,
        /** Text with U+0000 or half of a surrogate pair, which cannot be written to a file. */
        UNFIT_CHARACTER,
        /** The name of a further member that the file would take for one of its own columns. */
        RESERVED_NAME
    }
}
