package org.unenrol.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which lines between the quotation marks of a record are rows of this very file. A line is
 * one if, taken by itself and without its quotation marks, it names a username, a reference and an
 * email choice; or if it has as many cells as the header and its cells look like those of the
 * file's other rows, even though it has a fault.
 */
final class RowsInQuotes {

    private final Layout layout;
    private final Units units;
    private final CellSplitter splitter;
    private final RowShapes shapes;

    RowsInQuotes(Layout layout, Charset charset, RowShapes shapes) {
        this.layout = layout;
        this.units = Units.of(charset);
        this.splitter = new CellSplitter(charset);
        this.shapes = shapes;
    }

    /** Judges the lines between the quotation marks of a header by the rows that follow it. */
    List<Boolean> ofHeader(RawRecord record) {
        return of(record, false);
    }

    /**
     * Tells of each line between the quotation marks of a record if it is a row. Lines that only
     * end there and blank ones are left out.
     */
    List<Boolean> of(RawRecord record) {
        return of(record, true);
    }

    private List<Boolean> of(RawRecord record, boolean hasLikeCells) {
        List<Boolean> rows = new ArrayList<>();
        boolean allNameRows = true;
        int from = record.start;
        while (from < record.end) {
            Line line = new Line(record, from, record.end);
            Line inQuotes = new Line(record, from, endOfQuotes(record, line));
            if (!inQuotes.isBlank()) {
                rows.add(namesRow(inQuotes) || isLikeRow(inQuotes, hasLikeCells));
            }
            allNameRows &= namesRow(line);
            from = line.end + units.width();
        }
        boolean apart = (allNameRows && hasBrokenCell(record)) || wasApart(record);
        return apart ? List.of(true) : rows;
    }

    /** Tells a first line with an outcome: then each line was a row in an earlier run. */
    private boolean wasApart(RawRecord record) {
        Line first = new Line(record, record.start, record.end);
        String line = splitter.text(record, first.start, first.end);
        return layout.hasOutcome() && OutcomeText.isIn(line, layout.delimiter());
    }

    /**
     * Up to where a line is within a cell of several lines; its start if it does not begin there.
     */
    private int endOfQuotes(RawRecord record, Line line) {
        int cell = record.cellAt(line.start);
        int from = record.cellStarts[cell];
        int to = record.cellEnd(cell, units.width());
        return from < line.start || to > line.end ? to : line.start;
    }

    /** Finds a cell of ours whose text stands on several lines: no such thing has a name. */
    private boolean hasBrokenCell(RawRecord record) {
        return Arrays.stream(Column.values())
                .map(column -> splitter.cell(record, layout.cellOf(column)))
                .anyMatch(cell -> cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0);
    }

    private boolean namesRow(Line line) {
        return line.count >= layout.leastCells()
                && EmailChoices.read(line.text(Column.SEND_EMAIL)) != null
                && !line.text(Column.USERNAME).isEmpty()
                && !line.text(Column.ACTIVITY_REFERENCE).isEmpty();
    }

    private boolean isLikeRow(Line line, boolean hasLikeCells) {
        if (line.count < layout.leastCells()) {
            return false;
        }
        boolean usernameFits = line.isLike(Column.USERNAME, hasLikeCells);
        boolean referenceFits = line.isLike(Column.ACTIVITY_REFERENCE, hasLikeCells);
        boolean isNamed = usernameFits && isName(line.text(Column.USERNAME));
        if (line.count != layout.dataCells()) {
            return referenceFits && isNamed;
        }
        boolean hasChoice = EmailChoices.read(line.text(Column.SEND_EMAIL)) != null;
        return isNamed
                || (usernameFits && referenceFits)
                || (hasChoice && (usernameFits || referenceFits));
    }

    /** Tells a text that is more than a word or a number, as any note has them. */
    private static boolean isName(String text) {
        return RowShapes.of(text).length() > 2;
    }

    private record Place(int start, int end) {

        static final Place NONE = new Place(0, 0);
    }

    /** A line of a record, split at every delimiter. */
    private final class Line {

        private final RawRecord record;
        private final Map<Column, Place> places = new EnumMap<>(Column.class);
        private final int start;
        private int end;
        private int count;

        Line(RawRecord record, int start, int limit) {
            this.record = record;
            this.start = start;
            int cellStart = start;
            end = start;
            while (true) {
                int unit = end < limit ? units.at(record.bytes, end) : '\n';
                if (unit == layout.delimiter() || unit == '\r' || unit == '\n') {
                    add(cellStart, end);
                    cellStart = end + units.width();
                }
                if (unit == '\r' || unit == '\n') {
                    return;
                }
                end += units.width();
            }
        }

        boolean isBlank() {
            return splitter.text(record, start, end).replace("\"", "").isBlank();
        }

        private void add(int from, int to) {
            for (Column column : Column.values()) {
                if (layout.cellOf(column) == count) {
                    places.put(column, new Place(from, to));
                }
            }
            count++;
        }

        private Place place(Column column) {
            return places.getOrDefault(column, Place.NONE);
        }

        String text(Column column) {
            return CellText.trim(written(column));
        }

        private String written(Column column) {
            return splitter.text(record, place(column).start(), place(column).end())
                    .replace("\"", "");
        }

        /** Tells a cell that has the form of one in another row, or in the record's own. */
        boolean isLike(Column column, boolean ownToo) {
            String text = written(column);
            String own = ownToo ? splitter.cell(record, layout.cellOf(column)) : "";
            boolean known =
                    column == Column.USERNAME
                            ? shapes.hasUsernameLike(text)
                            : shapes.hasReferenceLike(text);
            return !text.isBlank()
                    && text.equals(CellText.trim(text))
                    && (known || RowShapes.of(own).equals(RowShapes.of(text)));
        }
    }
}
