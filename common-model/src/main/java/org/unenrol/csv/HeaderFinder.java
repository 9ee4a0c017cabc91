package org.unenrol.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.RawRecord.Shape;
import org.unenrol.csv.RefusedFileException.Reason;

/**
 * Finds the header, and with it the delimiter: it is the one with which the header names our
 * columns. How the rows look does not count.
 */
final class HeaderFinder {

    private static final String DELIMITERS = ",;\t|";
    private static final int PREAMBLE_BYTES = 64 * 1024;
    private static final int RECORDS_TO_SEARCH = 20;
    private static final int TEXT_TO_JUDGE = 4096;

    private final RecordFramer framer;
    private final Charset charset;
    private final CellSplitter splitter;

    private @Nullable SeparatorLine separator;
    private int blankLines;

    HeaderFinder(RecordFramer framer, Charset charset) {
        this.framer = framer;
        this.charset = charset;
        this.splitter = new CellSplitter(charset);
    }

    /** Tells whether a line such as {@code sep=;} comes before the header. */
    boolean hasSeparatorLine() {
        return separator != null;
    }

    /** The number a spreadsheet shows beside the header. */
    int spreadsheetRow() {
        return 1 + blankLines;
    }

    /** Finds the header and leaves the framer there, ready for the rows. */
    Layout find() throws IOException {
        skipPreamble();
        Header header = best();
        if (!header.isComplete()) {
            refuseOtherText();
        }
        if (header.matches() == 0) {
            refuseWithoutHeader(header);
        }
        refuseWrongColumns(header);
        refuseTooManyColumns(header);
        Layout layout = read(header.delimiter()).layout();
        RowsAhead rows = RowsAhead.of(framer, layout, splitter);
        RowsInQuotes judge = new RowsInQuotes(layout, charset, rows.shapes());
        if (framer.record().lines > 1 && judge.ofHeader(framer.record()).contains(true)) {
            layout = firstLine(header.delimiter()).layout();
            rows = RowsAhead.of(framer, layout, splitter);
        }
        layout = rows.haveOurOutcomes() ? layout : layout.withoutOutcome();
        framer.use(layout);
        framer.use(new RowsInQuotes(layout, charset, rows.shapes()));
        return layout;
    }

    /** The header without the rows that its quotation marks enclose. */
    private Header firstLine(char delimiter) {
        framer.againLineByLine();
        Header header = header(delimiter);
        refuseWrongColumns(header);
        return header;
    }

    private void skipPreamble() throws IOException {
        boolean found = framer.next();
        if (found) {
            UnenrolmentFile.refuseNul(framer.record());
            readSeparatorLine();
            found = separator == null || framer.next();
        }
        while (found && framer.record().shape == Shape.BLANK) {
            if (framer.record().start > PREAMBLE_BYTES) {
                throw headerNotFound(Refusal.Kind.BLANK_LINES_FIRST);
            }
            UnenrolmentFile.refuseNul(framer.record());
            blankLines++;
            found = framer.next();
        }
        if (!found) {
            throw new RefusedFileException(Reason.EMPTY, Refusal.of(Refusal.Kind.EMPTY));
        }
        if (framer.record().shape == Shape.TOO_LONG) {
            throw headerNotFound(Refusal.Kind.FIRST_LINE_TOO_LONG);
        }
    }

    private void readSeparatorLine() {
        RawRecord first = framer.record();
        if (first.shape == Shape.TOO_LONG) {
            return;
        }
        separator =
                SeparatorLine.of(
                        new String(first.bytes, first.start, first.end - first.start, charset));
    }

    /** The first header that is complete, else the one that names most of our columns. */
    private Header best() throws IOException {
        String candidates = (separator == null ? "" : separator.delimiters()) + DELIMITERS;
        Header best = read(candidates.charAt(0));
        for (int i = 1; i < candidates.length(); i++) {
            Header header = read(candidates.charAt(i));
            best = isBetter(header, best) ? header : best;
        }
        return best;
    }

    private static boolean isBetter(Header header, Header than) {
        return header.matches() == than.matches()
                ? !than.isComplete() && header.cells().size() > than.cells().size()
                : header.matches() > than.matches();
    }

    private Header read(char delimiter) throws IOException {
        framer.use(Layout.ofHeader(delimiter));
        framer.again();
        return header(delimiter);
    }

    private Header header(char delimiter) {
        RawRecord record = framer.record();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(record.cells, RawRecord.MOST_CELLS); i++) {
            cells.add(splitter.cell(record, i));
        }
        return new Header(delimiter, cells);
    }

    private void refuseTooManyColumns(Header header) throws IOException {
        int most = RawRecord.MOST_CELLS - 1;
        boolean fits = read(header.delimiter()).layout().dataCells() <= most;
        if (!fits || framer.record().cells > RawRecord.MOST_CELLS) {
            throw new RefusedFileException(
                    Reason.TOO_MANY_COLUMNS,
                    Refusal.of(Refusal.Kind.TOO_MANY_COLUMNS, most),
                    framer.record().line);
        }
    }

    private void refuseWrongColumns(Header header) {
        List<FileProblem> problems = HeaderProblems.of(header, framer.record().line);
        if (!problems.isEmpty()) {
            throw new RefusedFileException(
                    header.isComplete() ? Reason.COLUMN_TWICE : Reason.COLUMN_MISSING, problems);
        }
    }

    /** A beginning that nothing but a header could have told from an unenrolment file. */
    private void refuseOtherText() {
        RawRecord record = framer.record();
        Refusal problem = separator == null ? null : separator.problem();
        if (problem != null) {
            throw new RefusedFileException(Reason.HEADER_NOT_FOUND, problem, 1);
        }
        int end = Math.min(record.bytes.length, record.start + TEXT_TO_JUDGE);
        ForeignFormat.refuseText(
                new String(record.bytes, record.start, end - record.start, charset));
    }

    private void refuseWithoutHeader(Header first) throws IOException {
        long firstLine = framer.record().line;
        for (int i = 0; i < RECORDS_TO_SEARCH && framer.next(); i++) {
            if (framer.record().shape != Shape.TOO_LONG && best().isComplete()) {
                long line = framer.record().line;
                throw new RefusedFileException(
                        Reason.HEADER_MISPLACED,
                        Refusal.of(Refusal.Kind.HEADER_MISPLACED, line),
                        line);
            }
        }
        throw new RefusedFileException(
                Reason.HEADER_NOT_FOUND, HeaderProblems.noColumns(first), firstLine);
    }

    private static RefusedFileException headerNotFound(Refusal.Kind kind) {
        return new RefusedFileException(Reason.HEADER_NOT_FOUND, Refusal.of(kind));
    }
}
