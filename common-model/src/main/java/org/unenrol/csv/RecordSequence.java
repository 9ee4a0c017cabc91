package org.unenrol.csv;

import java.io.IOException;
import java.io.OutputStream;
import org.unenrol.csv.RawRecord.Shape;

/**
 * The records after the header that are rows, one after another. A blank line is one when a row
 * follows it; the blank lines after the last row are not, unless they are so many and so different
 * that they do not fit into memory.
 */
final class RecordSequence {

    private final RecordFramer framer;
    private final BlankLines blanks = new BlankLines();
    private RawRecord current;

    /** Whether blank lines are rows that come before what the framer has found last. */
    private boolean releasing;

    private boolean recordWaits;

    RecordSequence(RecordFramer framer) {
        this.framer = framer;
        this.current = framer.record();
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
            return true;
        }
        current = framer.record();
        boolean found = recordWaits;
        recordWaits = false;
        return found;
    }

    private void read() throws IOException {
        while (!blanks.isFull() && framer.next()) {
            if (framer.record().shape != Shape.BLANK) {
                recordWaits = true;
                break;
            }
            blanks.add(framer.record());
        }
        releasing = (recordWaits && !blanks.isEmpty()) || blanks.isFull();
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
