package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.FileRow;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.csv.UnenrolmentFile;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.results.DamagedImportException;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
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
        UUID importId = order.importId();
        if (order.mode() == Mode.TAKE_BACK) {
            return new RowFacts(Map.of(), Map.of(), parts.origins().between(importId, first, last));
        }
        return new RowFacts(
                parts.duplicates().between(importId, first, last), meanings(first, last), Map.of());
    }

    private Map<Integer, Meaning> meanings(int first, int last) {
        UUID verification = order.verifiedBy();
        if (verification != null) {
            return parts.meanings().between(verification, first, last);
        }
        return order.origin() == null
                ? Map.of()
                : parts.origins().meaningsBetween(order.importId(), first, last);
    }

    /** A row that is taken back was right once; it is known by its mark, not by its words. */
    UnenrolRow command(FileRow row, RowFacts facts) {
        boolean takesBack = order.mode() == Mode.TAKE_BACK;
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
                takesBack ? List.of() : row.faults(),
                facts.duplicateOf().get(row.row()),
                facts.verifiedAs().get(row.row()),
                validUntil(),
                row.written(),
                facts.takesBack().get(row.row()));
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
