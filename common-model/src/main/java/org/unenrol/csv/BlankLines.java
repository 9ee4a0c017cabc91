package org.unenrol.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.unenrol.csv.RawRecord.Shape;
import org.unenrol.csv.RefusedFileException.Reason;

/**
 * Blank lines of which it is not known yet whether a row follows them. Equal ones that follow one
 * another are kept once, so that millions of them fit.
 */
final class BlankLines {

    /** The longest stretch of blank lines that are not equal to those before them, in bytes. */
    private static final int MOST_BYTES = 256 * 1024;

    private final Deque<Run> runs = new ArrayDeque<>();
    private long firstLine;
    private int bytes;

    boolean isEmpty() {
        return runs.isEmpty();
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
            refuseTooMany();
        }
    }

    private void refuseTooMany() {
        if (bytes > MOST_BYTES) {
            throw new RefusedFileException(
                    Reason.TOO_MANY_BLANK_LINES,
                    Refusal.of(Refusal.Kind.TOO_MANY_BLANK_LINES, firstLine),
                    firstLine);
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
