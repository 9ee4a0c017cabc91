package org.unenrol.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unenrol.ledger.DuplicateRows;

class DuplicateFinderTests {

    private static final int MORE_THAN_STAY_IN_MEMORY = 200_000;

    @TempDir private Path folder;
    private DuplicateFinder finder;

    @BeforeEach
    void create() {
        finder = new DuplicateFinder(folder);
    }

    @AfterEach
    void close() throws IOException {
        finder.close();
    }

    @Test
    void namesTheFirstRowLikeIt() throws IOException {
        finder.add("ann", "COURSE-1", 1);
        finder.add("ann", "COURSE-2", 2);
        finder.add("ANN", "COURSE-1", 3);
        finder.add("ann", "course-1", 4);
        finder.add("ann", "COURSE-1", 5);

        assertThat(found(1, 5)).containsExactly(0, 0, 1, 0, 1);
    }

    @Test
    void findsThemInFilesThatDoNotStayInMemory() throws IOException {
        for (int row = 1; row <= MORE_THAN_STAY_IN_MEMORY; row++) {
            finder.add("learner." + row, "COURSE-1", row);
        }
        int size = 0;
        for (int again = 1; again <= MORE_THAN_STAY_IN_MEMORY; again += 997) {
            size++;
            finder.add("learner." + again, "COURSE-1", MORE_THAN_STAY_IN_MEMORY + size);
        }

        int[] firsts = found(MORE_THAN_STAY_IN_MEMORY + 1, MORE_THAN_STAY_IN_MEMORY + size);

        assertThat(firsts).hasSize(size).startsWith(1, 998, 1_995).doesNotContain(0);
        assertThat(finder.duplicates().size()).isEqualTo(size);
        finder.close();
        assertThat(files()).isZero();
    }

    @Test
    void findsTheSameRowOverAndOver() throws IOException {
        for (int row = 1; row <= MORE_THAN_STAY_IN_MEMORY; row++) {
            finder.add("ann", "COURSE-1", row);
        }

        assertThat(finder.duplicates().size()).isEqualTo(MORE_THAN_STAY_IN_MEMORY - 1);
        assertThat(found(2, MORE_THAN_STAY_IN_MEMORY)).containsOnly(1);
    }

    @Test
    void needsTheDiskForNothingButLargeFiles() throws IOException {
        try (DuplicateFinder nowhere = new DuplicateFinder(folder.resolve("missing"))) {
            for (int row = 1; row <= 50_000; row++) {
                nowhere.add("learner." + row, "COURSE-1", row);
            }
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(
                            () -> {
                                for (int row = 1; row <= MORE_THAN_STAY_IN_MEMORY; row++) {
                                    nowhere.add("another." + row, "COURSE-1", row);
                                }
                            });
        }
    }

    /** For each of these rows the earlier one like it, or 0. */
    private int[] found(int from, int to) throws IOException {
        int[] firsts = new int[to - from + 1];
        DuplicateRows duplicates = finder.duplicates();
        duplicates.forEach(
                (row, first) -> {
                    if (row >= from && row <= to) {
                        firsts[row - from] = first;
                    }
                });
        return firsts;
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
