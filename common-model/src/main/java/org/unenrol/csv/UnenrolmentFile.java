package org.unenrol.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.RawRecord.Shape;
import org.unenrol.csv.RefusedFileException.Reason;

/**
 * Reads an unenrolment file as a stream: format first, then row by row. Memory does not grow with
 * the file, its rows or its cells. The same bytes always give the same rows. Not thread-safe.
 *
 * <p>A large file whose charset nobody has declared is read as UTF-8, and only its end tells
 * whether that was right. If not, {@link #next()} throws {@link NotUtf8Exception} there: read the
 * same bytes again with the charset it names.
 */
public final class UnenrolmentFile implements AutoCloseable {

    private final InputStream bytes;
    private final FileLimits limits;
    private final OpenedFile file;
    private final RecordSequence records;
    private final RowReader reader;

    private int rows;

    private UnenrolmentFile(InputStream bytes, FileLimits limits, OpenedFile file) {
        this.bytes = bytes;
        this.limits = limits;
        this.file = file;
        this.records = file.records();
        this.reader = new RowReader(file.layout(), file.newSplitter(), file.headerRow());
    }

    /**
     * Reads the beginning of a file, up to the first row.
     *
     * @param declared the charset given in the request or stored with the import; null = find out
     * @throws RefusedFileException when it cannot be a file of this kind
     */
    public static UnenrolmentFile open(
            InputStream bytes, FileLimits limits, @Nullable Charset declared) throws IOException {
        OpenedFile file = OpenedFile.open(bytes, limits, declared);
        refuseNul(file.framer().record());
        return new UnenrolmentFile(bytes, limits, file);
    }

    /** The format of the file, as far as its beginning tells. */
    public FileFormat format() {
        return file.format();
    }

    /**
     * The next row, or null at the end.
     *
     * @throws RefusedFileException when the file turns out to be none of this kind after all: at
     *     the end when it has no row at all
     */
    public @Nullable FileRow next() throws IOException {
        if (!records.next()) {
            checkWhole();
            return null;
        }
        RawRecord record = records.current();
        if (record.shape == Shape.TOO_LONG) {
            records.writeContent(OutputStream.nullOutputStream());
        }
        refuseNul(record);
        if (rows == limits.maxRows()) {
            throw new RefusedFileException(
                    Reason.TOO_MANY_ROWS, Refusal.of(Refusal.Kind.TOO_MANY_ROWS, limits.maxRows()));
        }
        rows++;
        return reader.read(record, rows);
    }

    /** Closes the stream of bytes. */
    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void checkWhole() {
        if (file.evidence().isAgainst()) {
            throw new NotUtf8Exception(Encoding.WINDOWS_1252);
        }
        if (rows == 0) {
            throw new RefusedFileException(Reason.NO_ROWS, Refusal.of(Refusal.Kind.NO_ROWS));
        }
    }

    static void refuseNul(RawRecord record) {
        if (record.hasNul) {
            throw new RefusedFileException(
                    Reason.NOT_A_CSV, Refusal.of(Refusal.Kind.NUL, record.line), record.line);
        }
    }
}
