package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every CSV file that the product composes goes through {@link CsvDownload}. */
class ExportTests {

    /** The portal, and what answers beside it. */
    private static final List<Path> SOURCES =
            Stream.of("../portal", "../intake", "../ingest-service")
                    .map(module -> Path.of(module, "src/main/java"))
                    .toList();

    /** Finds methods that answer with a CSV file: they say so, or their address ends so. */
    private static final Pattern ANSWERS_CSV =
            Pattern.compile("(?s)(?<!consumes = )\"text/csv|@GetMapping\\([^)]*\\.csv\"");

    /**
     * The uploads with their outcomes, byte for byte, two files that never change, and what names
     * the type of an upload.
     */
    private static final List<String> NOT_COMPOSED =
            List.of(
                    "DownloadController.java",
                    "FailedInput.java",
                    "FilesController.java",
                    "ResultsController.java",
                    "ResultsDownload.java");

    @Test
    void everyOtherFileIsACsvDownload() {
        assertThat(sources().filter(ExportTests::answersCsv))
                .isNotEmpty()
                .allSatisfy(
                        file ->
                                assertThat(text(file))
                                        .as("%s composes a CSV file", file)
                                        .contains("CsvDownload"));
    }

    /** A row that is to be applied names the learner exactly. Nothing else is written so. */
    @Test
    void onlyFilesThatTheProductReadsItselfHaveCellsAsTheyAre() {
        assertThat(sources().filter(file -> text(file).contains("CsvLine.exactly(")))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("UnenrolController.java", "RequestFile.java");
    }

    private static Stream<Path> sources() {
        return SOURCES.stream().flatMap(ExportTests::files);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answersCsv(Path file) {
        return !NOT_COMPOSED.contains(file.getFileName().toString())
                && ANSWERS_CSV.matcher(text(file)).find();
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
