package org.unenrol.csv;

import java.io.IOException;
import java.io.OutputStream;
import org.unenrol.csv.RawRecord.Shape;

/**
 * Finds the records of a file on its bytes, a pure function of them. Nothing is ever skipped: each
 * byte belongs to the content or to the line end of exactly one record.
 *
 * <p>Quotes that do not hold cost one line. Wherever a quoted cell does not close within its
 * bounds, closes in the middle of a cell, breaks the text of one of our columns into lines, or
 * makes a record of several lines that has not as many cells as the header, the first line alone
 * becomes the record and the next line begins a new one.
 *
 * <p>The class is longer than others because it is the one place that looks at every byte: one
 * scan, without an object per record.
 */
final class RecordFramer {

    /** How long the content of a record can be. */
    static final int ROW_BYTES = 256 * 1024;

    /** How long a quoted cell can be that has line breaks, and how many of them it can have. */
    static final int BROKEN_CELL_BYTES = 64 * 1024;

    static final int BROKEN_CELL_LINE_BREAKS = 100;

    private static final int LINE_END_BYTES = 4;
    private static final int NOT_CLOSED = -1;
    private static final int ASCII = 128;

    private final Window window;
    private final Units units;
    private final int width;
    private final RawRecord record = new RawRecord();
    private final boolean[] endsSegment = new boolean[ASCII];
    private final boolean[] endsQuotedSegment = new boolean[ASCII];

    private Layout layout = Layout.ofHeader(',');
    private byte[] bytes;

    /** The index at which content that goes on is too long for a record, or the end of the file. */
    private int bound;

    private int lineBreaks;

    /** Whether a record that is too long is already behind us. */
    private boolean passed;

    RecordFramer(Window window, Units units, int start) {
        this.window = window;
        this.units = units;
        this.width = units.width();
        this.bytes = window.bytes();
        record.after = start;
        for (char c : new char[] {'\r', '\n', 0}) {
            endsSegment[c] = true;
            endsQuotedSegment[c] = true;
        }
        endsQuotedSegment['"'] = true;
        use(layout);
    }

    /** The record found last; its fields change with the next one. */
    RawRecord record() {
        return record;
    }

    Units units() {
        return units;
    }

    /** From the next record on, reads by this layout. */
    void use(Layout next) {
        endsSegment[layout.delimiter()] = false;
        endsSegment[next.delimiter()] = true;
        layout = next;
    }

    /** Finds the next record; false at the end of the file. */
    boolean next() throws IOException {
        if (record.shape == Shape.TOO_LONG && !passed) {
            pass(OutputStream.nullOutputStream());
        }
        passed = false;
        record.line += record.lines;
        return findAt(record.after);
    }

    /** Finds the same record again, by another layout. */
    void again() throws IOException {
        findAt(record.start);
    }

    private boolean findAt(int index) throws IOException {
        int start = window.fill(index, ROW_BYTES + LINE_END_BYTES);
        bytes = window.bytes();
        bound = wholeUnits(start, Math.min(start + ROW_BYTES + width, window.limit()));
        record.bytes = bytes;
        record.start = start;
        record.after = start;
        record.lines = 0;
        record.shape = Shape.BLANK;
        if (start == window.limit()) {
            return false;
        }
        find(start);
        return true;
    }

    /** Writes the content of the record, once. */
    void writeContent(OutputStream out) throws IOException {
        if (record.shape == Shape.TOO_LONG) {
            pass(out);
        } else {
            out.write(bytes, record.start, record.end - record.start);
        }
    }

    void writeLineEnd(OutputStream out) throws IOException {
        out.write(bytes, record.end, record.after - record.end);
    }

    private void find(int start) {
        record.shape = Shape.PLAIN;
        if (!findCells(start)) {
            record.shape = Shape.STRAY_QUOTE;
            findCellsOfLine(start);
        }
        if (record.end == bound && bound > window.limit() - width) {
            record.end = window.limit();
        }
        if (record.end - start > ROW_BYTES) {
            record.shape = Shape.TOO_LONG;
        } else if (isBlank(start)) {
            record.shape = Shape.BLANK;
        }
        record.lines = 1 + lineBreaks;
        record.after = afterLineEnd(record.end);
    }

    private boolean findCells(int start) {
        begin();
        int i = start;
        while (true) {
            beginCell(i);
            int quote = skipSpace(i);
            if (quote < bound && unit(quote) == '"') {
                record.shape = Shape.QUOTED;
                record.hasSpaceRoundQuotes |= quote > i;
                i = endOfQuotedCell(quote + width);
            } else {
                i = endOfSegment(i, endsSegment);
            }
            if (i == NOT_CLOSED || hasTooManyCells()) {
                return false;
            }
            if (i >= bound || unit(i) != layout.delimiter()) {
                record.end = i >= bound ? bound : i;
                return isWhole(start);
            }
            i += width;
        }
    }

    private void begin() {
        record.cells = 0;
        record.hasNul = false;
        record.hasSpaceRoundQuotes = false;
        lineBreaks = 0;
    }

    private void beginCell(int index) {
        record.addCell(index);
    }

    private boolean hasTooManyCells() {
        return lineBreaks > 0 && !layout.isHeader() && record.cells > layout.cells();
    }

    private boolean isWhole(int start) {
        if (lineBreaks == 0 || layout.isHeader()) {
            return true;
        }
        return record.cells == layout.cells()
                && record.end - start <= ROW_BYTES
                && !hasOutcomeInFirstLine(start);
    }

    /** A line with an outcome of an earlier run was a row of its own then. */
    private boolean hasOutcomeInFirstLine(int start) {
        if (!layout.outcomeColumn()) {
            return false;
        }
        StringBuilder line = new StringBuilder();
        for (int i = start; unit(i) != '\r' && unit(i) != '\n'; i += width) {
            line.append((char) unit(i));
        }
        return OutcomeText.isIn(line.toString(), layout.delimiter());
    }

    private void findCellsOfLine(int start) {
        begin();
        int i = start;
        beginCell(i);
        while ((i = endOfSegment(i, endsSegment)) < bound && unit(i) == layout.delimiter()) {
            i += width;
            beginCell(i);
        }
        record.end = i;
    }

    /** The index after the cell, which is that of a delimiter, a line end or the bound. */
    private int endOfQuotedCell(int start) {
        boolean ours = layout.isOurs(record.cells - 1);
        boolean hasText = false;
        boolean isBroken = false;
        int breaksBefore = lineBreaks;
        int i = start;
        while (true) {
            int end = endOfSegment(i, endsQuotedSegment);
            if (ours && hasText(i, end)) {
                if (isBroken) {
                    return NOT_CLOSED;
                }
                hasText = true;
            }
            if (end >= bound || isOutOfBounds(end - start, lineBreaks - breaksBefore)) {
                return NOT_CLOSED;
            }
            if (unit(end) != '"') {
                lineBreaks++;
                isBroken = hasText;
                i = afterLineEnd(end);
            } else if (!isQuote(end + width)) {
                return endAfterQuote(end + width);
            } else if (isBroken) {
                return NOT_CLOSED;
            } else {
                hasText = ours;
                i = end + 2 * width;
            }
        }
    }

    private static boolean isOutOfBounds(int length, int breaks) {
        return breaks > BROKEN_CELL_LINE_BREAKS || (breaks > 0 && length > BROKEN_CELL_BYTES);
    }

    private boolean isQuote(int index) {
        return index < bound && unit(index) == '"';
    }

    private int endAfterQuote(int index) {
        int i = skipSpace(index);
        record.hasSpaceRoundQuotes |= i > index;
        if (i >= bound) {
            return bound;
        }
        return unit(i) != 0 && isSegmentEnd(unit(i), endsSegment) ? i : NOT_CLOSED;
    }

    private boolean hasText(int from, int to) {
        for (int i = from; i < to; i += width) {
            if (unit(i) > ' ') {
                return true;
            }
        }
        return false;
    }

    /** Skips what may stand between a quote and a delimiter. */
    private int skipSpace(int index) {
        int i = index;
        while (i < bound) {
            int unit = unit(i);
            if (unit > ' ' || isSegmentEnd(unit, endsSegment)) {
                return i;
            }
            i += width;
        }
        return i;
    }

    /** The index of the first unit that ends a segment; the bound where there is none. */
    private int endOfSegment(int index, boolean[] ends) {
        int i = index;
        while (i < bound) {
            int unit = unit(i);
            if (isSegmentEnd(unit, ends)) {
                if (unit != 0) {
                    return i;
                }
                record.hasNul = true;
            }
            i += width;
        }
        return bound;
    }

    private static boolean isSegmentEnd(int unit, boolean[] ends) {
        return unit < ASCII && ends[unit];
    }

    private boolean isBlank(int start) {
        int i = start;
        while (i + width <= record.end && unit(i) <= ' ' && unit(i) != layout.delimiter()) {
            i += width;
        }
        return i + width > record.end;
    }

    private int afterLineEnd(int index) {
        if (index + width > window.limit()) {
            return window.limit();
        }
        int next = index + width;
        boolean pair = unit(index) == '\r' && next + width <= window.limit() && unit(next) == '\n';
        return pair ? next + width : next;
    }

    /** Leaves out half a unit at the end of the file. */
    private int wholeUnits(int from, int to) {
        return to - (to - from) % width;
    }

    private int unit(int index) {
        return units.at(bytes, index);
    }

    /** Writes a record that is too long, piece by piece, until its line end is in memory. */
    private void pass(OutputStream out) throws IOException {
        int from = record.start;
        int end;
        while ((end = endOfLine(from)) < 0) {
            out.write(bytes, from, ROW_BYTES);
            from = window.fill(from + ROW_BYTES, ROW_BYTES + LINE_END_BYTES);
            bytes = window.bytes();
        }
        out.write(bytes, from, end - from);
        record.start = end;
        record.end = end;
        record.after = afterLineEnd(end);
        passed = true;
    }

    /** Negative when the line end, or part of it, may not be in memory yet. */
    private int endOfLine(int from) {
        bound = wholeUnits(from, window.limit());
        int i = from;
        while ((i = endOfSegment(i, endsSegment)) < bound && unit(i) == layout.delimiter()) {
            i += width;
        }
        if (window.isAtEnd()) {
            return i == bound ? window.limit() : i;
        }
        return i + LINE_END_BYTES <= window.limit() ? i : -1;
    }
}
