package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.FileRow;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.csv.UnenrolmentFile;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.results.DamagedImportException;
import org.unenrol.model.UnenrolRow;

/** The rows of a stored file as commands, read in order. For one thread. */
final class RowCommands implements AutoCloseable {

    private final DispatchOrder order;
    private final UnenrolmentFile file;

    RowCommands(DispatchOrder order, StoredFiles files) throws IOException {
        this.order = order;
        try {
            this.file =
                    UnenrolmentFile.open(
                            files.open(order.uploadFile()),
                            FileLimits.unlimited(),
                            Charset.forName(order.charset()));
        } catch (RefusedFileException e) {
            throw unreadable();
        }
    }

    /** Passes over so many rows. */
    void skip(int rows) throws IOException {
        for (int i = 0; i < rows; i++) {
            nextRow();
        }
    }

    /**
     * The next row.
     *
     * @throws DamagedImportException when the file has fewer rows than it had when it was taken in
     */
    FileRow nextRow() throws IOException {
        FileRow row = file.next();
        if (row == null) {
            throw unreadable();
        }
        return row;
    }

    UnenrolRow command(FileRow row, Map<Integer, Integer> duplicates) {
        @Nullable Integer duplicateOf = duplicates.get(row.row());
        return new UnenrolRow(
                order.importId(),
                row.row(),
                row.spreadsheetRow(),
                row.line(),
                order.mode(),
                order.submittedAt(),
                order.submittedBy(),
                row.username(),
                row.activityReference(),
                row.sendEmail(),
                row.faults(),
                duplicateOf);
    }

    private static DamagedImportException unreadable() {
        return new DamagedImportException("The stored file can no longer be read.");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
