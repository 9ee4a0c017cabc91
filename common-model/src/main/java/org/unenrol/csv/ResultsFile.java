package org.unenrol.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.unenrol.csv.RawRecord.Shape;

/**
 * Writes the same file with the outcome of each row as its last column. What the administrator
 * wrote comes back byte for byte; an outcome column of an earlier run is replaced. A row with fewer
 * cells than the header gets the empty ones it lacks, up to 255, so that its outcome stands in the
 * outcome column.
 */
public final class ResultsFile {

    /** The most empty cells that a row gets before its outcome. */
    private static final int MOST_ADDED_CELLS = 255;

    private final OpenedFile file;
    private final RecordSequence records;
    private final EarlierOutcomes earlier;
    private final OutcomeCells cells;
    private final OutputStream out;

    private ResultsFile(OpenedFile file, OutputStream out) {
        FileFormat format = file.format();
        this.file = file;
        this.records = file.records();
        CellSplitter splitter = file.newSplitter();
        this.earlier = new EarlierOutcomes(file.layout(), splitter);
        this.cells = new OutcomeCells(format);
        this.out = out;
    }

    /**
     * Copies the upload and adds the outcomes; flushes but closes neither stream.
     *
     * @param format the one found when the upload was read
     * @param selection which rows are written; the header always is
     * @return the number of rows in the upload
     */
    public static int write(
            InputStream upload,
            FileFormat format,
            RowResults outcomes,
            RowSelection selection,
            OutputStream out)
            throws IOException {
        OpenedFile file = OpenedFile.open(upload, FileLimits.unlimited(), format.charset());
        ResultsFile results = new ResultsFile(file, out);
        results.writeHeader();
        int rows = results.writeRows(outcomes, selection);
        out.flush();
        return rows;
    }

    private void writeHeader() throws IOException {
        file.writeHeader(cells.encode(0, HeaderName.OUTCOME), out);
    }

    private int writeRows(RowResults outcomes, RowSelection selection) throws IOException {
        int rows = 0;
        while (records.next()) {
            rows++;
            RowResult result = outcomes.of(rows);
            if (selection.has(result.code())) {
                writeRow(records.current(), result);
            }
        }
        records.writeRest(out);
        return rows;
    }

    private void writeRow(RawRecord row, RowResult result) throws IOException {
        if (row.shape == Shape.TOO_LONG) {
            records.writeContent(out);
            out.write(cells.encode(0, result.cell()));
        } else {
            int dataCells = earlier.dataCells(row);
            int end = dataCells == row.cells ? row.end : cellEnd(row, dataCells - 1);
            out.write(row.bytes, row.start, end - row.start);
            completeUnit(end - row.start);
            out.write(cells.encode(missingCells(row, dataCells), result.cell()));
            writeAfterOutcome(row);
        }
        out.write(row.bytes, row.end, row.after - row.end);
    }

    /**
     * Counts the cells to add before the outcome. What may be the rest of a cell must not look
     * complete when the results are uploaded, and what is written for a row must not depend on the
     * header alone.
     */
    private int missingCells(RawRecord row, int dataCells) {
        int missing = Math.max(0, file.layout().dataCells() - dataCells);
        return row.isInDoubt || missing > MOST_ADDED_CELLS ? 0 : missing;
    }

    /** The empty cells that a spreadsheet has put after an outcome of an earlier run. */
    private void writeAfterOutcome(RawRecord row) throws IOException {
        if ((row.shape == Shape.PLAIN || row.shape == Shape.QUOTED)
                && earlier.cellOf(row) != Layout.NONE) {
            int rest = cellEnd(row, earlier.cellOf(row));
            out.write(row.bytes, rest, row.end - rest);
        }
    }

    /** A file in UTF-16 may end with half a unit; nothing after it could be read. */
    private void completeUnit(int length) throws IOException {
        if (length % file.framer().units().width() != 0) {
            out.write(' ');
        }
    }

    private int cellEnd(RawRecord row, int cell) {
        return row.cellEnd(cell, file.framer().units().width());
    }
}
