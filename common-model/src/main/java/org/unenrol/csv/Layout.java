package org.unenrol.csv;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the header says about the records after it.
 *
 * @param cells how many cells the header has, an outcome column of an earlier run included
 * @param columns in which cell each of our columns is
 * @param outcomeColumn whether the last column is the outcome of an earlier run
 */
record Layout(char delimiter, int cells, Map<Column, Integer> columns, boolean outcomeColumn) {

    /** For the header itself: any number of cells is right. */
    static Layout ofHeader(char delimiter) {
        return new Layout(delimiter, 0, new EnumMap<>(Column.class), false);
    }

    boolean isHeader() {
        return cells == 0;
    }

    /** How many cells the header has without an outcome column. */
    int dataCells() {
        return outcomeColumn ? cells - 1 : cells;
    }

    int cellOf(Column column) {
        return columns.getOrDefault(column, -1);
    }

    boolean isOurs(int cell) {
        return columns.containsValue(cell);
    }

    /** The number of cells with which a row has all of our columns. */
    int leastCells() {
        int least = 0;
        for (int cell : columns.values()) {
            least = Math.max(least, cell + 1);
        }
        return least;
    }
}
