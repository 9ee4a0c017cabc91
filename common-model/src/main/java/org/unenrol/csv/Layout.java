package org.unenrol.csv;

import java.util.EnumMap;
import java.util.Map;

/**
 * The layout that the header gives to the records after it.
 *
 * @param cells how many cells the header has, an outcome column of an earlier run included
 * @param columns in which cell each of our columns is
 * @param outcome in which cell the outcome of an earlier run is, after which only columns without a
 *     name follow; {@link #NONE} where there is no such column
 * @param leastCells the number of cells with which a row has all of our columns
 */
record Layout(
        char delimiter, int cells, Map<Column, Integer> columns, int outcome, int leastCells) {

    static final int NONE = -1;

    Layout(char delimiter, int cells, Map<Column, Integer> columns, int outcome) {
        this(
                delimiter,
                cells,
                columns,
                outcome,
                columns.values().stream().mapToInt(cell -> cell + 1).max().orElse(0));
    }

    /** The layout by which the header itself is read. */
    static Layout ofHeader(char delimiter) {
        return new Layout(delimiter, 0, new EnumMap<>(Column.class), NONE);
    }

    Layout withoutOutcome() {
        return new Layout(delimiter, cells, columns, NONE, leastCells);
    }

    boolean hasOutcome() {
        return outcome != NONE;
    }

    /** The number of the administrator's own cells in the header. */
    int dataCells() {
        return hasOutcome() ? outcome : cells;
    }

    int cellOf(Column column) {
        return columns.getOrDefault(column, NONE);
    }
}
