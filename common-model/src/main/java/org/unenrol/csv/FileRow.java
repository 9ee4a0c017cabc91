package org.unenrol.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowFault;

/**
 * One row of the file, without the white space round its cells.
 *
 * @param row 1 for the first row after the header
 * @param spreadsheetRow the number a spreadsheet shows beside the row; the header has 1
 * @param line the physical line on which the row begins, counted from 1
 * @param username null where the row has none that can be used
 * @param activityReference null where the row has none that can be used
 * @param sendEmail null where the row has none that can be read
 * @param faults all that is wrong with the row; empty when it can be used
 * @param written the cells as they are written, of a row with faults in which cells can be told
 *     apart; null otherwise
 */
public record FileRow(
        int row,
        int spreadsheetRow,
        long line,
        @Nullable String username,
        @Nullable String activityReference,
        @Nullable EmailChoice sendEmail,
        List<RowFault> faults,
        @Nullable RowContent written) {

    /** The row as people read it before it is processed. */
    public RowContent content() {
        return written == null ? RowContent.of(username, activityReference, sendEmail) : written;
    }
}
