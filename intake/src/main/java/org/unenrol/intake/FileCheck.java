package org.unenrol.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.FileFormat;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.FileRow;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.csv.UnenrolmentFile;
import org.unenrol.ledger.DuplicateRows;

/**
 * The findings of reading a whole file once.
 *
 * @param headerRow the row of the header as a spreadsheet numbers it
 */
record FileCheck(FileFormat format, int rows, int headerRow, DuplicateRows duplicates) {

    /**
     * Reads to the end. A row with faults is never the earlier one that counts, as it has no
     * effect.
     *
     * @throws RefusedFileException when the file cannot be imported
     */
    static FileCheck of(InputStream bytes, FileLimits limits, @Nullable Charset charset)
            throws IOException {
        int rows = 0;
        int headerRow = 1;
        try (UnenrolmentFile file = UnenrolmentFile.open(bytes, limits, charset);
                DuplicateFinder finder = new DuplicateFinder()) {
            for (FileRow row = file.next(); row != null; row = file.next()) {
                rows = row.row();
                headerRow = row.spreadsheetRow() - row.row();
                note(row, finder);
            }
            DuplicateRows duplicates = new DuplicateRows();
            finder.findDuplicates(duplicates::add);
            return new FileCheck(file.format(), rows, headerRow, duplicates);
        }
    }

    private static void note(FileRow row, DuplicateFinder finder) throws IOException {
        String username = row.username();
        String reference = row.activityReference();
        if (username != null && reference != null && row.faults().isEmpty()) {
            finder.add(username, reference, row.row());
        }
    }
}
