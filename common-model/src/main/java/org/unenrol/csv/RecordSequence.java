package org.unenrol.csv;

import java.io.IOException;
import java.io.OutputStream;
import org.unenrol.csv.RawRecord.Shape;

/**
 * The records after the header that are rows, one after another. A blank line is one when a row
 * follows it; the blank lines after the last row are not.
 */
final class RecordSequence {

    private static final long NOWHERE = 0;

    private final RecordFramer framer;
    private final Layout layout;
    private final EarlierOutcomes outcomes;
    private final BlankLines blanks = new BlankLines();
    private RawRecord current;

    /** True while blank lines are rows that come before what the framer has found last. */
    private boolean releasing;

    private boolean recordWaits;

    /** The line of a quotation mark that does not hold and no complete row has followed. */
    private long straySince = NOWHERE;

    RecordSequence(RecordFramer framer, Layout layout, EarlierOutcomes outcomes) {
        this.framer = framer;
        this.layout = layout;
        this.outcomes = outcomes;
        this.current = framer.record();
        weigh(current);
    }

    /** The row found last; its fields change with the next one. */
    RawRecord current() {
        return current;
    }

    /** Finds the next row; false when there is none left. */
    boolean next() throws IOException {
        if (!releasing && !recordWaits) {
            read();
        }
        if (releasing) {
            current = blanks.removeFirst();
            releasing = !blanks.isEmpty();
            weigh(current);
            return true;
        }
        current = framer.record();
        boolean found = recordWaits;
        recordWaits = false;
        if (found) {
            weigh(current);
        }
        return found;
    }

    /**
     * After a quotation mark that does not hold, what has fewer cells than the header may be the
     * rest of a cell.
     */
    private void weigh(RawRecord record) {
        if (record.shape == Shape.STRAY_QUOTE) {
            straySince = record.line + record.lines - 1;
        } else if (outcomes.dataCells(record) >= layout.dataCells()) {
            straySince = NOWHERE;
        }
        record.isInDoubt = straySince != NOWHERE && record.shape != Shape.STRAY_QUOTE;
        if (record.isInDoubt && record.shape != Shape.LINE_IN_QUOTES) {
            record.quotedSince = straySince;
        }
    }

    private void read() throws IOException {
        while (framer.next()) {
            if (framer.record().shape != Shape.BLANK) {
                recordWaits = true;
                break;
            }
            blanks.add(framer.record());
        }
        releasing = recordWaits && !blanks.isEmpty();
    }

    /** Writes the content of the current row, once. */
    void writeContent(OutputStream out) throws IOException {
        if (current.shape == Shape.TOO_LONG) {
            framer.writeContent(out);
        } else {
            out.write(current.bytes, current.start, current.end - current.start);
        }
    }

    /** Writes what comes after the last row. */
    void writeRest(OutputStream out) throws IOException {
        blanks.writeTo(out);
    }
}
