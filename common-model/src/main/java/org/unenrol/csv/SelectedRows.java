package org.unenrol.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.function.IntPredicate;
import org.unenrol.csv.RawRecord.Shape;

/** Writes the header and some rows of a file, byte for byte as they stand there. */
public final class SelectedRows {

    private SelectedRows() {}

    /**
     * Copies; flushes but closes neither stream.
     *
     * @param charset the one found when the file was read
     * @param selection tells of each row, counted from 1, whether it is written
     * @return the number of rows that were written
     */
    public static int write(
            InputStream upload, Charset charset, IntPredicate selection, OutputStream out)
            throws IOException {
        OpenedFile file = OpenedFile.open(upload, FileLimits.unlimited(), charset);
        file.copyHeader(out);
        RecordSequence records = file.records();
        int written = 0;
        for (int row = 1; records.next(); row++) {
            if (selection.test(row)) {
                write(records, out);
                written++;
            }
        }
        out.flush();
        return written;
    }

    private static void write(RecordSequence records, OutputStream out) throws IOException {
        RawRecord row = records.current();
        if (row.shape == Shape.TOO_LONG) {
            records.writeContent(out);
        } else {
            out.write(row.bytes, row.start, row.end - row.start);
        }
        out.write(row.bytes, row.end, row.after - row.end);
    }
}
