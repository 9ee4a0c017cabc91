package org.unenrol.ledger.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.UUID;
import org.unenrol.csv.FileFormat;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.csv.ResultsFile;
import org.unenrol.csv.RowSelection;
import org.unenrol.csv.UnenrolmentFile;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.outcome.RowOutcomes;

/** The results of an import as text: its upload, byte for byte, with the outcome of each row. */
public final class ResultsText {

    private final StoredFiles files;
    private final RowOutcomes outcomes;

    public ResultsText(StoredFiles files, RowOutcomes outcomes) {
        this.files = files;
        this.outcomes = outcomes;
    }

    /**
     * Writes the results of all rows, or only of those to fix.
     *
     * @param beforePage runs now and then, at least once in some thousand rows
     * @throws DamagedImportException when file and outcomes do not belong together
     */
    public void write(
            ResultsOrder order, RowSelection selection, Runnable beforePage, OutputStream out)
            throws IOException {
        OrderedOutcomes ordered = new OrderedOutcomes(outcomes, order, beforePage);
        FileFormat format = format(order.uploadFile(), order.charset());
        try (InputStream upload = files.open(order.uploadFile())) {
            int rows = ResultsFile.write(upload, format, ordered, selection, out);
            if (rows != order.rows()) {
                throw new DamagedImportException(Damage.otherNumberOfRows(rows, order.rows()));
            }
        }
    }

    private FileFormat format(UUID upload, String charset) throws IOException {
        try (UnenrolmentFile file =
                UnenrolmentFile.open(
                        files.open(upload), FileLimits.unlimited(), Charset.forName(charset))) {
            return file.format();
        } catch (RefusedFileException e) {
            throw new DamagedImportException(Damage.fileUnreadable());
        }
    }
}
