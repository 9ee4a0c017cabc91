package org.unenrol.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.unenrol.csv.RawRecord.Shape;

/**
 * Blank lines of which it is not known yet whether a row follows them. Equal ones that follow one
 * another are kept once, so that millions of them fit.
 */
final class BlankLines {

    private static final int MOST_RUNS = 1000;

    private final Deque<Run> runs = new ArrayDeque<>();
    private long firstLine;
    private int bytes;

    boolean isEmpty() {
        return runs.isEmpty();
    }

    boolean isFull() {
        return runs.size() >= MOST_RUNS || bytes >= RecordFramer.ROW_BYTES;
    }

    void add(RawRecord record) {
        if (runs.isEmpty()) {
            firstLine = record.line;
        }
        Run last = runs.peekLast();
        if (last != null && last.repeats(record)) {
            last.count++;
        } else {
            runs.add(new Run(record));
            bytes += record.after - record.start;
        }
    }

    /** Takes the first line away, as the row it has turned out to be. */
    RawRecord removeFirst() {
        Run run = runs.element();
        RawRecord row = new RawRecord();
        row.bytes = run.line;
        row.end = run.contentLength;
        row.after = run.line.length;
        row.shape = Shape.BLANK;
        row.cells = 1;
        row.line = firstLine++;
        if (--run.count == 0) {
            runs.remove();
            bytes -= run.line.length;
        }
        return row;
    }

    void writeTo(OutputStream out) throws IOException {
        for (Run run : runs) {
            for (long i = 0; i < run.count; i++) {
                out.write(run.line);
            }
        }
    }

    private static final class Run {

        final byte[] line;
        final int contentLength;
        long count = 1;

        Run(RawRecord record) {
            line = Arrays.copyOfRange(record.bytes, record.start, record.after);
            contentLength = record.end - record.start;
        }

        boolean repeats(RawRecord record) {
            return Arrays.equals(line, 0, line.length, record.bytes, record.start, record.after);
        }
    }
}
