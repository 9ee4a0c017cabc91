package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unenrol.model.RowFault.Kind;

/** Thousands of damaged files: each undamaged row is exact in all of them, and none is lost. */
class DamagedFilesTests {

    private static final int FILES = Files.generated(3000);

    @Test
    void readsEachUndamagedRowExactly() {
        for (int seed = 0; seed < FILES; seed++) {
            DamagedFile file = new DamagedFile(seed);
            List<FileRow> rows = Files.rows(file.bytes());

            assertThat(rows).as("seed %d", seed).hasSize(file.rows());
            List<FileRow> undamaged = new ArrayList<>();
            file.undamaged().keySet().forEach(row -> undamaged.add(rows.get(row - 1)));
            assertThat(undamaged).as("seed %d", seed).isEqualTo(file.undamagedRows());
        }
    }

    /** Between two stray quotation marks a row is in doubt; it has its own answer all the same. */
    @Test
    void losesNoRowBetweenTwoStrayQuotes() {
        int inDoubt = 0;
        for (int seed = 0; seed < FILES; seed++) {
            DamagedFile file = DamagedFile.withPairs(seed);
            List<FileRow> rows = Files.rows(file.bytes());

            for (FileRow undamaged : file.undamagedRows()) {
                assertThat(rows)
                        .as("seed %d, %s", seed, undamaged)
                        .filteredOn(row -> row.line() == undamaged.line())
                        .singleElement()
                        .matches(row -> row.equals(undamaged) || isInDoubt(row));
            }
            inDoubt += (int) rows.stream().filter(DamagedFilesTests::isInDoubt).count();
        }
        assertThat(inDoubt).isGreaterThan(FILES);
    }

    private static boolean isInDoubt(FileRow row) {
        return row.faults().stream().anyMatch(fault -> fault.fault() == Kind.LINE_IN_QUOTES);
    }

    @Test
    void returnsEachFileByteForByte() {
        for (int seed = 0; seed < FILES; seed += 6) {
            DamagedFile file = new DamagedFile(seed);
            Upload upload = new Upload(file.bytes(), file.charset(), file.delimiter());

            upload.isResultsWithoutTheLastColumn(results(file), 4);
        }
    }

    private static byte[] results(DamagedFile file) {
        return new Upload(file.bytes(), file.charset(), file.delimiter()).results();
    }
}
