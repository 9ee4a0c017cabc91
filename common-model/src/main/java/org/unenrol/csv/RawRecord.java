package org.unenrol.csv;

import java.util.Arrays;

/**
 * Where in the window a record is. One object serves for all records of a file: it is right until
 * the next record is asked for.
 */
final class RawRecord {

    /** As many columns as a spreadsheet has; the cells after them are only counted. */
    static final int MOST_CELLS = 16_384;

    /** How a record is written. */
    enum Shape {
        /** White space and nothing else. */
        BLANK,
        /** No cell is in quotes. */
        PLAIN,
        /** At least one cell is in quotes, and each closes. */
        QUOTED,
        /** One line whose quotes do not close. */
        STRAY_QUOTE,
        /** One line that does not fit into the window. */
        TOO_LONG
    }

    byte[] bytes = {};
    Shape shape = Shape.BLANK;
    int start;

    /** The index after the content. */
    int end;

    /** The index after the line end. */
    int after;

    int cells;

    /** Of the first {@link #MOST_CELLS} cells. */
    int[] cellStarts = new int[16];

    boolean hasNul;

    /** Whether there is white space between the quotes of a cell and its delimiters. */
    boolean hasSpaceRoundQuotes;

    /** The first of the record's physical lines in the file, and how many there are. */
    long line = 1;

    int lines;

    void addCell(int index) {
        if (cells < MOST_CELLS) {
            if (cells == cellStarts.length) {
                cellStarts = Arrays.copyOf(cellStarts, 2 * cells);
            }
            cellStarts[cells] = index;
        }
        cells++;
    }

    int cellEnd(int cell, int unitWidth) {
        return cell == cells - 1 ? end : cellStarts[cell + 1] - unitWidth;
    }
}
