package org.unenrol.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.RawRecord.Shape;
import org.unenrol.csv.RefusedFileException.Reason;

/**
 * Finds the records of a file on its bytes, a pure function of them. Nothing is ever skipped: each
 * byte belongs to the content or to the line end of exactly one record.
 *
 * <p>Each quoted cell is judged by itself. It closes at the first lone quotation mark that a
 * delimiter, a line end or the end of the file follows; what is inside is text. It does not close
 * where, before that, another cell is opened, or the file or the longest record ends: that costs
 * the line in which the cell begins, and the next line begins a new record. Where a cell closes
 * only after quotation marks that nobody has doubled, or most of the lines inside quotes are rows,
 * each line becomes a record of its own, and none of them is to be believed.
 *
 * <p>The class is longer than others because it is the one place that looks at every byte: one
 * scan, without an object per record. No byte is looked at more than a few times, as no search for
 * the end of a cell goes beyond the next place where a cell can be opened.
 */
final class RecordFramer {

    /** The most that the content of a record can have. */
    static final int ROW_BYTES = 256 * 1024;

    private static final int LINE_END_BYTES = 4;
    private static final int NOT_CLOSED = -1;
    private static final int ASCII = 128;
    private static final long NOWHERE = 0;

    private final Window window;
    private final Units units;
    private final int width;
    private final RawRecord record = new RawRecord();
    private final boolean[] endsSegment = new boolean[ASCII];
    private final boolean[] endsQuotedSegment = new boolean[ASCII];

    private Layout layout = Layout.ofHeader(',');
    private @Nullable RowsInQuotes rowsInQuotes;
    private byte[] bytes;

    /** The index at which content that goes on is too long for a record, or the end of the file. */
    private int bound;

    private int lineBreaks;

    /** The line breaks in the quoted cell that is looked at. */
    private int breaksInCell;

    /** The index at which the run of quotation marks begins that is looked at. */
    private int runStart;

    /** True if a cell of this record does not close, so that further quotes are text. */
    private boolean ignoresQuotes;

    /** True if several lines are in a cell that has quotation marks nobody has doubled. */
    private boolean isDirty;

    /** Up to which line each line is a record of its own, and since which. */
    private long apartUntil;

    private long apartSince;

    /** The line of a quotation mark that has not closed within the longest record. */
    private long openSince = NOWHERE;

    /** True once a record that is too long is behind us. */
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

    /** From the next record on, looks for rows between quotation marks. */
    void use(RowsInQuotes judge) {
        rowsInQuotes = judge;
    }

    /** Finds the next record; false at the end of the file. */
    boolean next() throws IOException {
        if (record.shape == Shape.TOO_LONG && !passed) {
            pass(OutputStream.nullOutputStream());
        }
        passed = false;
        record.line += record.lines;
        long since = openSince;
        boolean found = findAt(record.after);
        if (found && since != NOWHERE) {
            lookForLateEnd(since);
        }
        return found;
    }

    /** Finds the same record again, by another layout. */
    void again() throws IOException {
        apartUntil = record.line - 1;
        openSince = NOWHERE;
        findAt(record.start);
    }

    /** Finds the first line of the same record; none of its further lines is to be believed. */
    void againLineByLine() {
        readLineByLine(record.start);
        complete(record.start);
    }

    /** A framer for what is in memory after this record. */
    RecordFramer ahead() throws IOException {
        int length = window.limit() - record.after;
        Window rest =
                new Window(
                        new ByteArrayInputStream(window.bytes(), record.after, length),
                        Long.MAX_VALUE);
        return new RecordFramer(rest, units, rest.fill(0, Window.SIZE));
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
        begin(Shape.PLAIN);
        if (record.line <= apartUntil) {
            findLine(start);
        } else {
            findCells(start);
            if (lineBreaks > 0 && record.end - start <= ROW_BYTES) {
                judgeLines(start);
            }
        }
        complete(start);
    }

    private void complete(int start) {
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

    private void begin(Shape shape) {
        record.shape = shape;
        record.cells = 0;
        record.hasNul = false;
        record.hasRowsInQuotes = false;
        lineBreaks = 0;
        ignoresQuotes = false;
        isDirty = false;
    }

    private void judgeLines(int start) {
        List<Boolean> lines = rowsInQuotes == null ? List.of() : rowsInQuotes.of(record);
        long rows = lines.stream().filter(isRow -> isRow).count();
        record.hasRowsInQuotes = rows > 0;
        if (isDirty || 2 * rows > lines.size()) {
            readLineByLine(start);
        }
    }

    private void readLineByLine(int start) {
        apartSince = record.line;
        apartUntil = record.line + lineBreaks;
        begin(Shape.PLAIN);
        findLine(start);
    }

    private void findLine(int start) {
        ignoresQuotes = true;
        findCells(start);
        record.shape = Shape.LINE_IN_QUOTES;
        record.quotedSince = apartSince;
    }

    private void findCells(int start) {
        int i = start;
        record.addCell(i);
        while ((i = endOfCell(i)) < bound && unit(i) == layout.delimiter()) {
            i += width;
            record.addCell(i);
        }
        record.end = i;
    }

    /** The index after a cell, which is that of a delimiter, a line end or the bound. */
    private int endOfCell(int start) {
        if (ignoresQuotes) {
            return endOfSegment(start, endsSegment);
        }
        int quote = skipSpace(start);
        if (quote >= bound || unit(quote) != '"') {
            return endOfSegment(start, endsSegment);
        }
        int end = endOfQuotedCell(quote + width);
        if (end == NOT_CLOSED) {
            ignoresQuotes = true;
            record.shape = Shape.STRAY_QUOTE;
            return endOfSegment(start, endsSegment);
        }
        lineBreaks += breaksInCell;
        return end;
    }

    /** The index after a quoted cell whose text begins at an index, if it closes. */
    private int endOfQuotedCell(int start) {
        boolean isClean = true;
        breaksInCell = 0;
        int quote = loneQuote(start);
        while (quote < bound) {
            int end = skipSpace(quote + width);
            if (isEndOfCell(end)) {
                isDirty |= !isClean && breaksInCell > 0;
                if (record.shape != Shape.STRAY_QUOTE) {
                    record.shape = isClean ? Shape.QUOTED : Shape.STRAY_QUOTE;
                }
                return end;
            } else if (isOutcome(quote)) {
                quote = loneQuote(afterOutcome(quote + width));
            } else if (opensCell(start)) {
                return NOT_CLOSED;
            } else {
                isClean = false;
                quote = loneQuote(quote + width);
            }
        }
        if (!boundIsEnd()) {
            openSince = record.line + lineBreaks;
        }
        return NOT_CLOSED;
    }

    /**
     * A quotation mark that has not closed within the longest record may still do so. Then nobody
     * can tell which of the lines in between are rows.
     */
    private void lookForLateEnd(long since) {
        int quote = record.shape == Shape.TOO_LONG ? bound : loneQuote(record.start);
        while (quote < record.end) {
            if (isEndOfCell(skipSpace(quote + width))) {
                throw new RefusedFileException(
                        Reason.QUOTES_TOO_FAR_APART,
                        new Refusal.QuotesTooFarApart(since, record.line),
                        since);
            } else if (isOutcome(quote)) {
                quote = loneQuote(afterOutcome(quote + width));
            } else if (textBefore(runStart, record.start) < record.start
                    || opensCell(record.start)) {
                openSince = openSince == since ? NOWHERE : openSince;
                return;
            } else {
                quote = loneQuote(quote + width);
            }
        }
    }

    /**
     * The index of the next quotation mark that is not one of a pair; the bound where there is
     * none.
     */
    private int loneQuote(int index) {
        int i = index;
        while ((i = endOfSegment(i, endsQuotedSegment)) < bound) {
            if (unit(i) != '"') {
                breaksInCell++;
                i = afterLineEnd(i);
                continue;
            }
            runStart = i;
            while (i < bound && unit(i) == '"') {
                i += width;
            }
            if ((i - runStart) / width % 2 == 1) {
                return i - width;
            }
        }
        return bound;
    }

    private boolean isEndOfCell(int index) {
        if (index >= bound) {
            return boundIsEnd();
        }
        return unit(index) != 0 && isSegmentEnd(unit(index), endsSegment);
    }

    /** Tells whether the run of quotation marks stands where a cell begins. */
    private boolean opensCell(int from) {
        int i = textBefore(runStart, from);
        return i >= from && isSegmentEnd(unit(i), endsSegment);
    }

    /** The index of what stands before white space; less than the first where nothing does. */
    private int textBefore(int index, int first) {
        int i = index - width;
        while (i >= first && unit(i) <= ' ' && !isSegmentEnd(unit(i), endsSegment)) {
            i -= width;
        }
        return i;
    }

    /** Tells whether the quotation mark is that of an outcome which an earlier run has added. */
    private boolean isOutcome(int quote) {
        if (!layout.hasOutcome() || runStart != quote) {
            return false;
        }
        StringBuilder cell = new StringBuilder();
        int to = Math.min(bound, quote + (OutcomeText.MOST_CHARACTERS_TO_SEE * width));
        for (int i = quote; i < to; i += width) {
            cell.append((char) unit(i));
        }
        return OutcomeText.begins(cell.toString());
    }

    private int afterOutcome(int start) {
        int quote = loneQuote(start);
        while (quote < bound && !isEndOfCell(quote + width)) {
            quote = loneQuote(quote + width);
        }
        return Math.min(bound, quote + width);
    }

    /** Skips what may stand between a quote and a delimiter. */
    private int skipSpace(int index) {
        int i = index;
        while (i < bound && !isSegmentEnd(unit(i), endsSegment)) {
            int space = units.spaceAt(bytes, i, bound);
            if (space == 0) {
                return i;
            }
            i += space;
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
        while (i + width <= record.end && unit(i) != layout.delimiter() && unit(i) != 0) {
            int space = units.spaceAt(bytes, i, record.end);
            if (space == 0) {
                return false;
            }
            i += space;
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

    private boolean boundIsEnd() {
        return window.isAtEnd() && bound > window.limit() - width;
    }

    private int unit(int index) {
        return units.at(bytes, index);
    }

    /** Writes a record that is too long, piece by piece, until its line end is in memory. */
    private void pass(OutputStream out) throws IOException {
        int from = record.start;
        out.write(bytes, from, record.lastCellStart - from);
        from = record.lastCellStart;
        int end;
        while ((end = endOfLine(from)) < 0) {
            int piece = Math.max(0, wholeUnits(from, window.limit()) - from - LINE_END_BYTES);
            out.write(bytes, from, piece);
            from = window.fill(from + piece, ROW_BYTES + LINE_END_BYTES);
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
