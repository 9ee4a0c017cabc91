package org.unenrol.csv;

/** The text of cells, irrespective of the white space round it. */
final class CellText {

    private CellText() {}

    /** White space of any script, the no-break spaces too. */
    static boolean isSpace(int c) {
        return c <= ' ' || (c >= 0x80 && (Character.isWhitespace(c) || isSeparator(c)));
    }

    private static boolean isSeparator(int c) {
        return Character.isSpaceChar(c) || c == 0x85;
    }

    static String trim(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && isSpace(cell.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(cell.charAt(end - 1))) {
            end--;
        }
        return cell.substring(start, end);
    }
}
