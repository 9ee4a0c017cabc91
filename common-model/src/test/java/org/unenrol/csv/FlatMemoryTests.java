package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.api.Test;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowFault.Kind;

/** Files and rows that are larger than the memory of the tests (1 GB). */
class FlatMemoryTests {

    private static final long MORE_THAN_THE_HEAP = 5L << 28;
    private static final String ROW = "anna,COURSE-1,Yes\n";

    @Test
    void passesARowLargerThanTheHeap() throws IOException {
        try (UnenrolmentFile file = open(withRowLargerThanTheHeap())) {
            assertThat(next(file).username()).isEqualTo("anna");
            assertThat(next(file).faults()).extracting("fault").containsExactly(Kind.ROW_TOO_LONG);
            assertThat(next(file)).extracting(FileRow::row, FileRow::line).containsExactly(3, 4L);
            assertThat(file.next()).isNull();
        }
    }

    @Test
    void returnsARowLargerThanTheHeapByteForByte() throws IOException {
        CRC32 written = new CRC32();
        FileFormat format = new FileFormat(UTF_8, false, ',', false);

        int rows =
                ResultsFile.write(
                        withRowLargerThanTheHeap(),
                        format,
                        row -> new RowResult(OutcomeCode.UNENROLLED, "Done."),
                        RowSelection.ALL,
                        new CheckedOutputStream(OutputStream.nullOutputStream(), written));

        String outcome = ",UNENROLLED: Done.\n";
        CRC32 expected = new CRC32();
        update(expected, Files.HEADER + ",Outcome\n" + ROW.strip() + outcome + "\"");
        byte[] piece = piece();
        for (long i = 0; i < MORE_THAN_THE_HEAP; i += piece.length) {
            expected.update(piece);
        }
        update(expected, outcome + ROW.strip() + outcome);
        assertThat(rows).isEqualTo(3);
        assertThat(written.getValue()).isEqualTo(expected.getValue());
    }

    @Test
    void passesMillionsOfBlankLinesAfterTheLastRow() throws IOException {
        InputStream blankLines = repeated("\r\n".repeat(1 << 16).getBytes(UTF_8), 40_000_000);
        InputStream bytes = new SequenceInputStream(stream(Files.HEADER + "\n" + ROW), blankLines);
        try (UnenrolmentFile file = open(bytes)) {
            assertThat(next(file).username()).isEqualTo("anna");
            assertThat(file.next()).isNull();
        }
    }

    private static InputStream withRowLargerThanTheHeap() {
        InputStream row =
                new SequenceInputStream(stream("\""), repeated(piece(), MORE_THAN_THE_HEAP));
        return new SequenceInputStream(
                stream(Files.HEADER + "\n" + ROW),
                new SequenceInputStream(row, stream("\n" + ROW)));
    }

    private static UnenrolmentFile open(InputStream bytes) throws IOException {
        return UnenrolmentFile.open(bytes, FileLimits.unlimited(), null);
    }

    private static FileRow next(UnenrolmentFile file) throws IOException {
        FileRow row = file.next();
        if (row == null) {
            throw new AssertionError("no row left");
        }
        return row;
    }

    private static InputStream repeated(byte[] piece, long length) {
        return new InputStream() {
            private long position;

            @Override
            public int read() {
                return position == length ? -1 : piece[(int) (position++ % piece.length)];
            }

            @Override
            public int read(byte[] into, int offset, int count) {
                if (position == length) {
                    return -1;
                }
                int from = (int) (position % piece.length);
                int copied =
                        (int) Math.min(Math.min(count, piece.length - from), length - position);
                System.arraycopy(piece, from, into, offset, copied);
                position += copied;
                return copied;
            }
        };
    }

    private static byte[] piece() {
        return ("x".repeat(1023) + ",").repeat(1 << 8).getBytes(UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static void update(CRC32 sum, String text) {
        sum.update(text.getBytes(UTF_8));
    }
}
