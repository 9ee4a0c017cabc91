package org.unenrol.csv;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of single cells where the framer has seen them. It drops nothing but the white
 * space round a cell and the quotation marks that enclose it (RFC 4180, section 2).
 */
final class CellSplitter {

    private final Charset charset;
    private final int unitWidth;

    CellSplitter(Charset charset) {
        this.charset = charset;
        this.unitWidth = Units.of(charset).width();
    }

    /** A cell, without the white space round it; empty where the row ends before it. */
    String cell(RawRecord row, int cell) {
        if (cell >= row.cells) {
            return "";
        }
        String text = CellText.trim(text(row, row.cellStarts[cell], row.cellEnd(cell, unitWidth)));
        if (!text.startsWith("\"")) {
            return text;
        }
        String unquoted = unquoted(text);
        return unquoted == null ? text : CellText.trim(unquoted);
    }

    /** Null where the quotation marks of the cell do not hold. */
    private static @Nullable String unquoted(String cell) {
        if (cell.length() == 1 || !cell.endsWith("\"")) {
            return null;
        }
        String inside = cell.substring(1, cell.length() - 1);
        if (inside.indexOf('"') < 0) {
            return inside;
        }
        return inside.replace("\"\"", "").indexOf('"') < 0 ? inside.replace("\"\"", "\"") : null;
    }

    /** Part of a record; what cannot be decoded is U+FFFD. */
    String text(RawRecord row, int from, int to) {
        return new String(row.bytes, from, to - from, charset);
    }
}
