package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unenrol.model.RowFault;
import org.unenrol.model.RowFault.Kind;

/**
 * Thousands of files as RFC 4180 has them: none of their rows is lost, refused or read in part, and
 * what is inside a cell is no row.
 */
class WellFormedFilesTests {

    private static final int FILES = Files.generated(3000);

    @Test
    void readsEachRowAsItWasWritten() {
        for (int seed = 0; seed < FILES; seed++) {
            WellFormedFile file = new WellFormedFile(seed);
            if (file.rowsWithRows().isEmpty()) {
                assertThat(Files.rows(file.bytes())).as("seed %d", seed).isEqualTo(file.rows());
            }
        }
    }

    @Test
    void tellsOfEachRowThatHasAnotherInside() {
        for (int seed = 0; seed < FILES; seed++) {
            WellFormedFile file = new WellFormedFile(seed);
            if (!file.rowsWithRows().isEmpty()) {
                List<FileRow> rows = Files.rows(file.bytes());
                assertThat(rows).as("seed %d", seed).noneMatch(WellFormedFilesTests::isFromInside);
                for (int row : file.rowsWithRows()) {
                    long line = file.rows().get(row - 1).line();
                    assertThat(rows)
                            .as("seed %d", seed)
                            .filteredOn(read -> read.line() == line)
                            .singleElement()
                            .matches(WellFormedFilesTests::tellsOfRows);
                }
                assertThat(rows)
                        .as("seed %d", seed)
                        .filteredOn(read -> read.faults().isEmpty())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                                "row", "spreadsheetRow")
                        .isEqualTo(
                                file.rows().stream()
                                        .filter(row -> !file.rowsWithRows().contains(row.row()))
                                        .toList());
            }
        }
    }

    @Test
    void returnsEachFileByteForByte() {
        for (int seed = 0; seed < FILES; seed += 3) {
            WellFormedFile file = new WellFormedFile(seed);
            Upload upload = new Upload(file.bytes(), file.charset(), file.delimiter());

            // A row that has rows inside may come back as lines of fewer cells.
            upload.isResultsWithoutTheLastColumn(upload.results(), 6);
        }
    }

    /** The generator is held to what another reader makes of its files. */
    @Test
    void areReadByAnotherReaderAsTheyWereWritten() {
        for (int seed = 0; seed < FILES; seed += 3) {
            WellFormedFile file = new WellFormedFile(seed);
            String text = new String(file.bytes(), file.charset());
            List<List<String>> records =
                    CsvReader.builder()
                            .fieldSeparator(file.delimiter())
                            .skipEmptyLines(false)
                            .ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)
                            .stream()
                            .map(CsvRecord::getFields)
                            .toList();

            assertThat(records).as("seed %d", seed).isEqualTo(file.records());
        }
    }

    private static boolean isFromInside(FileRow row) {
        return "bob.7".equals(row.username()) && row.faults().isEmpty();
    }

    private static boolean tellsOfRows(FileRow row) {
        return row.faults().stream()
                .map(RowFault::fault)
                .anyMatch(kind -> kind == Kind.ROWS_IN_QUOTES || kind == Kind.LINE_IN_QUOTES);
    }
}
