package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.FileRow;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.csv.UnenrolmentFile;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.results.DamagedImportException;
import org.unenrol.model.UnenrolRow;

/** The rows of a stored file as commands, read in order. For one thread. */
final class RowCommands implements AutoCloseable {

    private final DispatchOrder order;
    private final DispatchParts parts;
    private final UnenrolmentFile file;
    private final long begun = System.nanoTime();

    RowCommands(DispatchOrder order, DispatchParts parts) throws IOException {
        this.order = order;
        this.parts = parts;
        try {
            this.file =
                    UnenrolmentFile.open(
                            parts.files().open(order.uploadFile()),
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

    /** Looks up what is known of a range of rows, both ends included. */
    RowFacts facts(int first, int last) {
        UUID verification = order.verifiedBy();
        return new RowFacts(
                parts.duplicates().between(order.importId(), first, last),
                verification == null
                        ? Map.of()
                        : parts.meanings().between(verification, first, last));
    }

    UnenrolRow command(FileRow row, RowFacts facts) {
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
                facts.duplicateOf().get(row.row()),
                facts.verifiedAs().get(row.row()),
                validUntil(),
                row.written());
    }

    /** By the database's clock, which is asked once: how much time goes by is measured here. */
    private Instant validUntil() {
        return order.at()
                .plusNanos(System.nanoTime() - begun)
                .plus(parts.settings().rowsValidFor())
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static DamagedImportException unreadable() {
        return new DamagedImportException(Damage.fileUnreadable());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
