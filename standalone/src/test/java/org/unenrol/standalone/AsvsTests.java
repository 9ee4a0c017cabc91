package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of {@code docs/asvs.md} to the standard's numbers and to the tests there are. */
class AsvsTests {

    private static final Path PROJECT = Path.of("..");
    private static final Path DOCS = PROJECT.resolve("docs");
    private static final Path TABLE = DOCS.resolve("asvs.md");

    /**
     * The requirements of levels 1 and 2 in ASVS 5.0.0: a line for each chapter, in it how many
     * each of its sections has. They are the first of their section; those of level 3 follow.
     */
    private static final List<String> CHAPTERS =
            List.of(
                    "2 9 11 3 2",
                    "3 3 4 1",
                    "0 2 4 6 5 0 2",
                    "3 1 2 4",
                    "1 3 2 3",
                    "3 12 4 4 5 3 0 4",
                    "3 4 2 5 2 2",
                    "2 3 1 1",
                    "3 4",
                    "2 2 4 11 5 2 3",
                    "2 3 3 4 1 1",
                    "3 2 4",
                    "1 5 2 5",
                    "2 4 3",
                    "3 3 7",
                    "1 5 4 3 3",
                    "1 4 2");

    private static final int REQUIREMENTS = 253;
    private static final int CELLS = 4;

    private static final Set<String> VERDICTS =
            Set.of("met", "met by the operator", "not applicable", "not met");

    private static final Pattern LINE = Pattern.compile("\\| *(\\d+\\.\\d+\\.\\d+) *\\|(.*)\\|");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+Tests)`");
    private static final Pattern DOCUMENT = Pattern.compile("]\\(([^)#]*)(?:#([^)]+))?\\)");

    @Test
    void hasALineForEachRequirementAndNoOther() {
        assertThat(lines().map(Line::number)).containsExactlyElementsOf(numbers());
        assertThat(numbers()).hasSize(REQUIREMENTS);
    }

    @Test
    void hasAVerdictInEachLineAndNoBlankCell() {
        assertThat(lines())
                .allSatisfy(
                        line -> {
                            assertThat(line.cells()).as(line.number()).hasSize(CELLS - 1);
                            assertThat(line.cells()).as(line.number()).noneMatch(String::isBlank);
                            assertThat(line.verdict()).as(line.number()).isIn(VERDICTS);
                        });
    }

    @Test
    void namesATestOrADocumentForWhatIsMet() {
        assertThat(lines().filter(line -> line.verdict().startsWith("met")))
                .isNotEmpty()
                .allSatisfy(
                        line ->
                                assertThat(line.shownBy())
                                        .as(line.number())
                                        .containsPattern(TEST.pattern() + "|" + DOCUMENT));
    }

    @Test
    void namesTestsThatThereAre() throws IOException {
        List<String> named = all(TEST).map(found -> found.group(1)).distinct().toList();

        assertThat(named).hasSizeGreaterThan(CHAPTERS.size());
        assertThat(named).filteredOn(Predicate.not(tests()::contains)).isEmpty();
    }

    @Test
    void namesDocumentsAndSectionsThatThereAre() {
        assertThat(all(DOCUMENT).filter(found -> !found.group(1).contains("://")))
                .isNotEmpty()
                .allSatisfy(
                        found -> {
                            Path document =
                                    found.group(1).isEmpty() ? TABLE : DOCS.resolve(found.group(1));
                            assertThat(document).exists();
                            if (found.group(2) != null) {
                                assertThat(sections(document))
                                        .as(found.group())
                                        .contains(found.group(2));
                            }
                        });
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("/src/test/java/") && file.endsWith("Tests.java"))
                    .map(file -> file.replaceAll(".*/|\\.java", ""))
                    .collect(Collectors.toSet());
        }
    }

    /** The anchors of headings, as they are made of their texts. */
    private static List<String> sections(Path document) {
        return read(document)
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    private static Stream<MatchResult> all(Pattern pattern) {
        return read(TABLE).flatMap(line -> pattern.matcher(line).results());
    }

    private static List<String> numbers() {
        return upTo(CHAPTERS.size()).flatMap(AsvsTests::numbersOf).toList();
    }

    private static Stream<String> numbersOf(int chapter) {
        String[] sections = CHAPTERS.get(chapter - 1).split(" ");
        return upTo(sections.length)
                .flatMap(
                        section ->
                                upTo(Integer.parseInt(sections[section - 1]))
                                        .map(number -> chapter + "." + section + "." + number));
    }

    private static Stream<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed();
    }

    private static Stream<Line> lines() {
        return read(TABLE)
                .flatMap(line -> LINE.matcher(line).results())
                .map(found -> new Line(found.group(1), cells(found.group(2))));
    }

    private static List<String> cells(String text) {
        return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(String number, List<String> cells) {

        String verdict() {
            return cells.get(1);
        }

        String shownBy() {
            return cells.get(2);
        }
    }
}
