package org.unenrol.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.csv.SelectedRows;
import org.unenrol.ledger.DuplicateRows;
import org.unenrol.ledger.ImportFile;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;

/** Stores rows of a stored file as a file of their own, byte for byte. */
final class RowCopies {

    private final StoredFiles files;

    RowCopies(StoredFiles files) {
        this.files = files;
    }

    /**
     * Copies rows.
     *
     * @param rows in ascending order
     */
    Copy of(UUID upload, ImportFile file, int[] rows) throws IOException {
        BitSet wanted = new BitSet();
        Arrays.stream(rows).forEach(wanted::set);
        Charset charset = Charset.forName(file.reading().charset());
        StoredFileWriter stored = files.create();
        boolean whole = false;
        try {
            try (InputStream original = files.open(upload)) {
                SelectedRows.write(original, charset, wanted::get, stored);
            } finally {
                stored.close();
            }
            Copy copy = checked(stored, charset, rows);
            whole = true;
            return copy;
        } catch (RefusedFileException e) {
            throw new IllegalStateException("rows that cannot stand alone", e);
        } finally {
            if (!whole) {
                files.delete(stored.id());
            }
        }
    }

    /** Blank lines at the end are no rows there, though they were in between others. */
    private Copy checked(StoredFileWriter stored, Charset charset, int[] rows) throws IOException {
        FileCheck check = FileCheck.of(files.open(stored.id()), FileLimits.unlimited(), charset);
        if (check.rows() > rows.length) {
            throw new IllegalStateException("%d rows, not %d".formatted(check.rows(), rows.length));
        }
        return new Copy(
                stored.id(),
                stored.sha256(),
                Arrays.copyOf(rows, check.rows()),
                check.duplicates());
    }

    /**
     * The file of a copy.
     *
     * @param rows those of the original that it has
     */
    @SuppressWarnings("ArrayRecordComponent") // four bytes each, for files of millions
    record Copy(UUID file, String sha256, int[] rows, DuplicateRows duplicates) {}
}
