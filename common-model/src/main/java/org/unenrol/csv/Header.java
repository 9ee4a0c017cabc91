package org.unenrol.csv;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record as the header it would be if a delimiter were the right one. */
final class Header {

    private final char delimiter;
    private final List<String> cells;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Set<Column> twice = EnumSet.noneOf(Column.class);

    Header(char delimiter, List<String> cells) {
        this.delimiter = delimiter;
        this.cells = cells;
        for (int i = 0; i < cells.size(); i++) {
            match(i);
        }
    }

    private void match(int cell) {
        for (Column column : Column.values()) {
            if (column.isNamed(cells.get(cell)) && columns.putIfAbsent(column, cell) != null) {
                twice.add(column);
            }
        }
    }

    char delimiter() {
        return delimiter;
    }

    /** The header as the administrator has written it, as far as it is worth repeating. */
    List<String> cells() {
        return cells;
    }

    /** The columns that are named, be it once or more often. */
    int matches() {
        return columns.size();
    }

    Set<Column> missing() {
        Set<Column> missing = EnumSet.allOf(Column.class);
        missing.removeAll(columns.keySet());
        return missing;
    }

    Set<Column> twice() {
        return twice;
    }

    boolean isComplete() {
        return columns.size() == Column.values().length;
    }

    /** The layout of the rows, if the column that is called Outcome is one of ours. */
    Layout layout() {
        int last = cells.size() - 1;
        while (cells.get(last).isEmpty()) {
            last--;
        }
        int outcome = HeaderName.isOutcome(cells.get(last)) ? last : Layout.NONE;
        return new Layout(delimiter, cells.size(), columns, outcome);
    }
}
