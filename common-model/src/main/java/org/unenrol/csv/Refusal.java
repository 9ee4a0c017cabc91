package org.unenrol.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.CellHint;

/**
 * Something for which a file is refused whole: data, of which sentences are made where a person
 * reads them.
 */
public sealed interface Refusal {

    Kind kind();

    static Refusal of(Kind kind) {
        return new Simple(kind, null);
    }

    static Refusal of(Kind kind, long number) {
        return new Simple(kind, number);
    }

    /**
     * One that its kind and at most a number tell.
     *
     * @param number what the kind says it is; null for a kind without one
     */
    record Simple(Kind kind, @Nullable Long number) implements Refusal {}

    /**
     * A quotation mark that closes too far away.
     *
     * @param line the line of the file with the quotation mark
     * @param closedIn the line in which it is closed
     */
    record QuotesTooFarApart(long line, long closedIn) implements Refusal {

        @Override
        public Kind kind() {
            return Kind.QUOTES_TOO_FAR_APART;
        }
    }

    /** A first line that names none of the columns. */
    record NoColumns(FoundCells found) implements Refusal {

        @Override
        public Kind kind() {
            return Kind.NO_COLUMNS;
        }
    }

    /** A header without one of the columns, which is given by its name in files. */
    record ColumnMissing(String column, FoundCells found) implements Refusal {

        @Override
        public Kind kind() {
            return Kind.COLUMN_MISSING;
        }
    }

    /** A header that has one of the columns more than once. */
    record ColumnTwice(String column) implements Refusal {

        @Override
        public Kind kind() {
            return Kind.COLUMN_TWICE;
        }
    }

    /**
     * A cell of the header that would name a column, were it not for a character of it.
     *
     * @param cell counted from 1
     * @param text of the cell, as far as it is worth repeating
     */
    record OddHeader(int cell, String text, CellHint hint) implements Refusal {

        @Override
        public Kind kind() {
            return Kind.ODD_HEADER;
        }
    }

    /** A file of another kind. */
    record OtherFormat(ForeignFormat format) implements Refusal {

        @Override
        public Kind kind() {
            return Kind.OTHER_FORMAT;
        }
    }

    /** A byte order mark that contradicts the charset in the request. */
    record CharsetContradicted(String declared, String marked) implements Refusal {

        @Override
        public Kind kind() {
            return Kind.CHARSET_CONTRADICTED;
        }
    }

    /** A charset in the request that cannot be read. */
    record CharsetUnsupported(String charset) implements Refusal {

        @Override
        public Kind kind() {
            return Kind.CHARSET_UNSUPPORTED;
        }
    }

    /**
     * The cells of a header as the administrator has written them, as far as they are worth
     * repeating; characters that cannot be seen are shown by their code points.
     *
     * @param more how many there are besides
     */
    record FoundCells(List<String> first, int more) {}

    /** The kinds of refusals. */
    enum Kind {
        EMPTY,
        NO_ROWS,
        BLANK_LINES_FIRST,
        FIRST_LINE_TOO_LONG,
        NO_COLUMNS,
        HEADER_IN_QUOTES,
        NO_DELIMITER,
        /** The number: the code point of the character that cannot be a delimiter. */
        UNFIT_DELIMITER,
        /** The number: the code point of a character that cannot be seen. */
        UNSEEN_DELIMITER,
        /** The number: the line of the file that names the columns. */
        HEADER_MISPLACED,
        COLUMN_MISSING,
        COLUMN_TWICE,
        ODD_HEADER,
        /** The number: the most bytes that a file may have. */
        TOO_LARGE,
        /** The number: the most rows that a file may have. */
        TOO_MANY_ROWS,
        /** The number: the most columns that a file may have. */
        TOO_MANY_COLUMNS,
        /** The number: the first of the blank lines. */
        TOO_MANY_BLANK_LINES,
        QUOTES_TOO_FAR_APART,
        OTHER_FORMAT,
        /** The number: the line of the file with the NUL. */
        NUL,
        CHARSET_CONTRADICTED,
        CHARSET_UNSUPPORTED,
        UTF_32,
        UTF_16_WITHOUT_MARK,
        NOT_UTF_8
    }
}
