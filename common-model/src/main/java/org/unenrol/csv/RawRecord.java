package org.unenrol.csv;

import java.util.Arrays;

/**
 * The place of a record in the window. One object serves for all records of a file: it is right
 * until the next record is asked for.
 */
final class RawRecord {

    /** As many columns as a spreadsheet has; the cells after them are only counted. */
    static final int MOST_CELLS = 16_384;

    /** The quoting of a record. */
    enum Shape {
        /** White space and nothing else. */
        BLANK,
        /** No cell is in quotes. */
        PLAIN,
        /** At least one cell is in quotes, and each closes. */
        QUOTED,
        /** A quotation mark does not hold; the record ends with the line in which that is. */
        STRAY_QUOTE,
        /** One line of several between quotation marks that enclose rows. */
        LINE_IN_QUOTES,
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

    int lastCellStart;

    boolean hasNul;

    /** True if lines between its quotation marks look like rows of their own. */
    boolean hasRowsInQuotes;

    /** True if it may be the rest of a cell whose quotation mark does not hold. */
    boolean isInDoubt;

    /** The line of the quotation mark for which this record is not to be believed. */
    long quotedSince;

    /** The first of the record's physical lines in the file, and how many there are. */
    long line = 1;

    int lines;

    void addCell(int index) {
        lastCellStart = index;
        if (cells < MOST_CELLS) {
            if (cells == cellStarts.length) {
                cellStarts = Arrays.copyOf(cellStarts, 2 * cells);
            }
            cellStarts[cells] = index;
        }
        cells++;
    }

    /** The last cell that begins at an index or before it. */
    int cellAt(int index) {
        int found = Arrays.binarySearch(cellStarts, 0, Math.min(cells, MOST_CELLS), index);
        return found < 0 ? -found - 2 : found;
    }

    int cellEnd(int cell, int unitWidth) {
        return cell >= Math.min(cells, MOST_CELLS) - 1 ? end : cellStarts[cell + 1] - unitWidth;
    }
}
