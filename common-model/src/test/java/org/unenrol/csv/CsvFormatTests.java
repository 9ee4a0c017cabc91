package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unenrol.model.ActivityReference;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowFault;
import org.unenrol.model.UsernameKey;

/** Holds each sentence of {@code docs/csv-format.md} against its case. */
class CsvFormatTests {

    private static final Path DOCUMENT = Path.of("../docs/csv-format.md");
    private static final Pattern RULE =
            Pattern.compile("(?ms)^- (.+?) ((?:\\[`[a-z0-9-]+`]\\s*)+)$");
    private static final Pattern ID = Pattern.compile("\\[`([a-z0-9-]+)`]");

    @TestFactory
    Stream<DynamicTest> readsEachCaseAsItsRuleSays() {
        return CaseFile.all().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> verifyReading(rule)));
    }

    @TestFactory
    Stream<DynamicTest> writesTheResultsOfEachCaseAsItsRuleSays() {
        return CaseFile.all().stream()
                .filter(CaseFile::hasResults)
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> verifyResults(rule)));
    }

    @TestFactory
    Stream<DynamicTest> looksUpTheNamesOfEachCaseAsItsRuleSays() {
        return CaseFile.all().stream()
                .filter(rule -> rule.sections().containsKey("names"))
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> verifyNames(rule)));
    }

    @Test
    void hasTheSameRulesInTheDocumentAndInTheCases() throws IOException {
        Map<String, String> rules = new TreeMap<>();
        Matcher rule = RULE.matcher(java.nio.file.Files.readString(DOCUMENT));
        while (rule.find()) {
            Matcher id = ID.matcher(rule.group(2));
            while (id.find()) {
                rules.put(id.group(1), rule.group(1).replaceAll("\\s+", " ").strip());
            }
        }

        assertThat(rules)
                .isEqualTo(
                        CaseFile.all().stream()
                                .collect(Collectors.toMap(CaseFile::id, CaseFile::rule)));
    }

    private static void verifyReading(CaseFile rule) throws IOException {
        String expectation = rule.expectation();
        if (expectation.endsWith("…")) {
            assertThat(reading(rule)).startsWith(expectation.replace("…", ""));
        } else {
            assertThat(reading(rule)).isEqualTo(expectation);
        }
    }

    private static void verifyNames(CaseFile rule) {
        assertThat(Files.rows(rule.upload()))
                .extracting(
                        row ->
                                UsernameKey.of(Objects.requireNonNull(row.username()))
                                        + " | "
                                        + ActivityReference.of(
                                                Objects.requireNonNull(row.activityReference())))
                .isEqualTo(rule.sections().get("names").lines().toList());
    }

    private static String reading(CaseFile rule) throws IOException {
        try {
            return reading(rule, declared(rule));
        } catch (RefusedFileException refusal) {
            return refusal.reason() + "\n" + inWords(refusal.refusal());
        }
    }

    private static String reading(CaseFile rule, @Nullable Charset declared) throws IOException {
        try (UnenrolmentFile file =
                UnenrolmentFile.open(
                        new ByteArrayInputStream(rule.upload()), limits(rule), declared)) {
            StringBuilder reading = new StringBuilder(inWords(file.format()));
            FileRow row;
            while ((row = file.next()) != null) {
                reading.append('\n').append(inWords(row));
            }
            return reading.toString();
        }
    }

    private static @Nullable Charset declared(CaseFile rule) {
        String declared = rule.settings().get("declared");
        return declared == null ? null : Charset.forName(declared);
    }

    private static FileLimits limits(CaseFile rule) {
        String limits = rule.settings().get("limits");
        if (limits == null) {
            return FileLimits.unlimited();
        }
        String[] numbers = limits.split(" ", -1);
        return new FileLimits(Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]));
    }

    private static String inWords(Refusal refusal) {
        return refusal instanceof Refusal.Simple simple
                ? simple.kind() + (simple.number() == null ? "" : " " + simple.number())
                : refusal.toString();
    }

    private static String inWords(FileFormat format) {
        String delimiter = format.delimiter() == '\t' ? "\\t" : "" + format.delimiter();
        return format.charset() + " " + delimiter;
    }

    private static String inWords(FileRow row) {
        String faults =
                row.faults().stream()
                        .map(CsvFormatTests::inWords)
                        .collect(Collectors.joining(", "));
        return "%d (%d, line %d): %s | %s | %s | %s"
                .formatted(
                        row.row(),
                        row.spreadsheetRow(),
                        row.line(),
                        inWords(row.username()),
                        inWords(row.activityReference()),
                        row.sendEmail() == null ? "-" : row.sendEmail(),
                        faults)
                .strip();
    }

    private static String inWords(@Nullable String cell) {
        return cell == null ? "-" : cell.replace("\n", "\\n");
    }

    private static String inWords(RowFault fault) {
        return fault.fault() + (fault.number() == null ? "" : " " + fault.number());
    }

    private static void verifyResults(CaseFile rule) throws IOException {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        try (UnenrolmentFile file =
                UnenrolmentFile.open(
                        new ByteArrayInputStream(rule.upload()), limits(rule), declared(rule))) {
            int rows =
                    ResultsFile.write(
                            new ByteArrayInputStream(rule.upload()),
                            file.format(),
                            row -> outcome(rule, row),
                            RowSelection.valueOf(
                                    rule.settings()
                                            .getOrDefault("rows", "all")
                                            .toUpperCase(Locale.ROOT)),
                            results);
            assertThat(rows).isPositive();
        }
        assertThat(rule.text(results.toByteArray())).isEqualTo(rule.text(rule.results()));
        assertThat(results.toByteArray()).isEqualTo(rule.results());
    }

    /** Every second row is a failure. */
    private static RowResult outcome(CaseFile rule, int row) {
        return new RowResult(
                row % 2 == 0 ? OutcomeCode.DUPLICATE : OutcomeCode.UNENROLLED,
                rule.settings().getOrDefault("outcome", "So."));
    }
}
