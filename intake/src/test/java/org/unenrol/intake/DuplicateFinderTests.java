package org.unenrol.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        assertThat(found()).isEqualTo(Map.of(3, 1, 5, 1));
    }

    @Test
    void comparesNamesAsTheyAreLookedUp() throws IOException {
        finder.add("zo\u00eb", "CAF\u00c9", 1);
        finder.add("ZOE\u0308", "CAFE\u0301", 2);
        finder.add("ali", "CAF\u00c9", 3);
        finder.add("al\u0131", "CAF\u00c9", 4);

        assertThat(found()).isEqualTo(Map.of(2, 1));
    }

    @Test
    void findsThemInFilesThatDoNotStayInMemory() throws IOException {
        for (int row = 1; row <= MORE_THAN_STAY_IN_MEMORY; row++) {
            finder.add("learner." + row, "COURSE-1", row);
        }
        Map<Integer, Integer> repeated = new HashMap<>();
        for (int again = 1; again <= MORE_THAN_STAY_IN_MEMORY; again += 997) {
            int row = MORE_THAN_STAY_IN_MEMORY + 1 + repeated.size();
            finder.add("learner." + again, "COURSE-1", row);
            repeated.put(row, again);
        }

        assertThat(found()).isEqualTo(repeated);
        finder.close();
        assertThat(files()).isZero();
    }

    @Test
    void findsTheSameRowOverAndOver() throws IOException {
        for (int row = 1; row <= MORE_THAN_STAY_IN_MEMORY; row++) {
            finder.add("ann", "COURSE-1", row);
        }

        assertThat(found())
                .hasSize(MORE_THAN_STAY_IN_MEMORY - 1)
                .allSatisfy((row, first) -> assertThat(first).isOne());
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

    /** Each row that repeats an earlier one, and that one. */
    private Map<Integer, Integer> found() throws IOException {
        Map<Integer, Integer> found = new HashMap<>();
        finder.findDuplicates(found::put);
        return found;
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
