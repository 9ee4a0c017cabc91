package org.unenrol.csv;

import org.unenrol.model.WhiteSpace;

/** The text of cells, irrespective of the white space round it. */
final class CellText {

    private CellText() {}

    static boolean isSpace(int c) {
        return WhiteSpace.is(c);
    }

    static String trim(String cell) {
        return WhiteSpace.trim(cell);
    }
}
