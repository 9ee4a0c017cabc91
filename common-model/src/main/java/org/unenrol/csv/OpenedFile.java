package org.unenrol.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file of which everything before the first row has been read. */
final class OpenedFile {

    private final FileFormat format;
    private final Layout layout;
    private final RecordFramer framer;
    private final Utf8Evidence evidence;
    private final int headerRow;

    /** A byte order mark, a separator line, blank lines and the header up to an outcome column. */
    private final byte[] beginning;

    /** The cells after an outcome column in the header, and the line end. */
    private final byte[] headerRest;

    /** Everything before the first row. */
    private final byte[] whole;

    private OpenedFile(Encoding encoding, RecordFramer framer) throws IOException {
        HeaderFinder finder = new HeaderFinder(framer, encoding.charset());
        this.layout = finder.find();
        this.headerRow = finder.spreadsheetRow();
        this.framer = framer;
        this.evidence = encoding.evidence();
        this.format =
                new FileFormat(
                        encoding.charset(),
                        encoding.markLength() > 0,
                        layout.delimiter(),
                        finder.hasSeparatorLine());
        RawRecord header = framer.record();
        int width = framer.units().width();
        int end = header.cellEnd(layout.dataCells() - 1, width);
        int rest = layout.hasOutcome() ? header.cellEnd(layout.outcome(), width) : header.end;
        this.whole = Arrays.copyOf(header.bytes, header.after);
        this.beginning = Arrays.copyOf(header.bytes, end);
        this.headerRest = Arrays.copyOfRange(header.bytes, rest, header.after);
    }

    static OpenedFile open(InputStream bytes, FileLimits limits, @Nullable Charset declared)
            throws IOException {
        Window window = new Window(bytes, limits.maxBytes());
        int start = window.fill(0, Window.SIZE);
        ForeignFormat.refuse(window.bytes(), window.limit());
        Encoding encoding = Encoding.find(window, declared);
        Units units = Units.of(encoding.charset());
        return new OpenedFile(
                encoding, new RecordFramer(window, units, start + encoding.markLength()));
    }

    FileFormat format() {
        return format;
    }

    Layout layout() {
        return layout;
    }

    RecordFramer framer() {
        return framer;
    }

    /** The evidence that may still show that the charset is another. */
    Utf8Evidence evidence() {
        return evidence;
    }

    /** The number a spreadsheet shows beside the header. */
    int headerRow() {
        return headerRow;
    }

    CellSplitter newSplitter() {
        return new CellSplitter(format.charset());
    }

    /** The records after the header. */
    RecordSequence records() {
        return new RecordSequence(framer, layout, new EarlierOutcomes(layout, newSplitter()));
    }

    /** Writes everything before the first row as it stands there. */
    void copyHeader(OutputStream out) throws IOException {
        out.write(whole);
    }

    void writeHeader(byte[] addedCell, OutputStream out) throws IOException {
        out.write(beginning);
        out.write(addedCell);
        out.write(headerRest);
    }
}
