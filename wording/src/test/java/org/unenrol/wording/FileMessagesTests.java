package org.unenrol.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unenrol.csv.ForeignFormat;
import org.unenrol.csv.Refusal;
import org.unenrol.csv.Refusal.FoundCells;
import org.unenrol.csv.Refusal.Kind;
import org.unenrol.model.CellHint;

class FileMessagesTests {

    static final List<String> LANGUAGES = Messages.LANGUAGES;

    /** Kinds that have a record, and values, of their own. */
    private static final Set<Kind> OF_THEIR_OWN =
            EnumSet.of(
                    Kind.QUOTES_TOO_FAR_APART,
                    Kind.NO_COLUMNS,
                    Kind.COLUMN_MISSING,
                    Kind.COLUMN_TWICE,
                    Kind.ODD_HEADER,
                    Kind.OTHER_FORMAT,
                    Kind.CHARSET_CONTRADICTED,
                    Kind.CHARSET_UNSUPPORTED);

    private final FileMessages english = FileMessages.in("en");

    @ParameterizedTest
    @MethodSource
    void saysHowToFixAFile(Refusal refusal, String sentence) {
        assertThat(english.sentence(refusal)).isEqualTo(sentence);
    }

    static Stream<Arguments> saysHowToFixAFile() {
        return Stream.concat(ofTheWholeFile(), ofTheHeader());
    }

    private static Stream<Arguments> ofTheWholeFile() {
        return Stream.of(
                arguments(
                        Refusal.of(Kind.EMPTY),
                        "The file is empty: fill in the template, one row for each learner"
                                + " and activity."),
                arguments(
                        Refusal.of(Kind.NO_ROWS),
                        "The file has a header and no rows: add one row for each learner and"
                                + " activity."),
                arguments(
                        Refusal.of(Kind.TOO_MANY_BLANK_LINES, 3),
                        "There are too many blank lines from line 3 on: delete them."),
                arguments(
                        Refusal.of(Kind.BLANK_LINES_FIRST),
                        "The file begins with too many blank lines: delete them."),
                arguments(
                        new Refusal.CharsetContradicted("windows-1252", "UTF-8"),
                        "The file is said to be in windows-1252, but it is in UTF-8: upload"
                                + " it without a charset."),
                arguments(
                        new Refusal.CharsetUnsupported("Shift_JIS"),
                        "The file is in Shift_JIS, which cannot be read: save it as \"CSV"
                                + " UTF-8\"."),
                arguments(
                        Refusal.of(Kind.NUL, 3),
                        "The file is damaged or not text (NUL in line 3): save it as \"CSV"
                                + " UTF-8\"."),
                arguments(
                        new Refusal.QuotesTooFarApart(2, 12003),
                        "The quotation mark in line 2 is closed only in line 12003, so nobody"
                                + " can tell which lines are rows: delete it, or close it in its own"
                                + " line."),
                arguments(
                        Refusal.of(Kind.TOO_LARGE, 64),
                        "The file is too large: split it into files of at most 64 bytes each."),
                arguments(
                        Refusal.of(Kind.TOO_MANY_ROWS, 1_000_000),
                        "The file has too many rows: split it into files of at most 1000000"
                                + " rows each."),
                arguments(
                        Refusal.of(Kind.TOO_MANY_ROWS, 1),
                        "The file has too many rows: split it into files of at most 1 row"
                                + " each."),
                arguments(
                        Refusal.of(Kind.UTF_16_WITHOUT_MARK),
                        "The file is in UTF-16 without a byte order mark: save it as \"CSV"
                                + " UTF-8\"."),
                arguments(
                        Refusal.of(Kind.UTF_32),
                        "The file is in UTF-32: save it as \"CSV UTF-8\"."),
                arguments(
                        Refusal.of(Kind.NOT_UTF_8),
                        "The file is not in UTF-8: save it as \"CSV UTF-8\" and upload it"
                                + " again."));
    }

    private static Stream<Arguments> ofTheHeader() {
        return Stream.of(
                arguments(
                        oddHeader(2, "\u0410ctivity", CellHint.Kind.CHARACTER_LIKE_LATIN, 0x410),
                        "The header's cell 2, \"Аctivity\", contains U+0410, which looks like a"
                                + " Latin letter: type it again."),
                arguments(
                        oddHeader(1, "User<U+200B>name", CellHint.Kind.CHARACTER_UNSEEN, 0x200b),
                        "The header's cell 1, \"User<U+200B>name\", contains U+200B, which"
                                + " cannot be seen (zero width space): delete it."),
                arguments(
                        new Refusal.ColumnMissing(
                                "Activity external reference",
                                new FoundCells(
                                        List.of("Username", "Reference", "Send unenrolment email"),
                                        0)),
                        "The column \"Activity external reference\" is missing: add it to the"
                                + " header. Found: \"Username\", \"Reference\", \"Send unenrolment email\"."),
                arguments(
                        new Refusal.ColumnTwice("Username"),
                        "The column \"Username\" is there more than once: leave only one."),
                arguments(
                        Refusal.of(Kind.HEADER_IN_QUOTES),
                        "The first line is in quotation marks as a whole, which makes it one"
                                + " cell: remove the quotation marks round each line."),
                arguments(
                        Refusal.of(Kind.HEADER_MISPLACED, 2),
                        "The columns are named in line 2, but they must be named in the first"
                                + " line: delete what is above."),
                arguments(
                        new Refusal.NoColumns(
                                new FoundCells(List.of("anna", "COURSE-1", "Yes"), 0)),
                        "The first line does not name the columns Username, Activity external"
                                + " reference, Send unenrolment email: add it, as in the template."
                                + " Found: \"anna\", \"COURSE-1\", \"Yes\"."),
                arguments(
                        Refusal.of(Kind.FIRST_LINE_TOO_LONG),
                        "The first line is too long to be read: it must name the columns"
                                + " Username, Activity external reference, Send unenrolment email."),
                arguments(
                        Refusal.of(Kind.NO_DELIMITER),
                        "The first line names no delimiter after sep=: separate the cells by"
                                + " commas, semicolons, tabs or vertical bars, and delete that line."),
                arguments(
                        Refusal.of(Kind.UNFIT_DELIMITER, 0xa6),
                        "The first line names ¦ (U+00A6) as the delimiter, which it cannot"
                                + " be: separate the cells by commas, semicolons, tabs or vertical"
                                + " bars, and delete that line."),
                arguments(
                        Refusal.of(Kind.UNSEEN_DELIMITER, 0x200b),
                        "The first line names U+200B as the delimiter, which it cannot be:"
                                + " separate the cells by commas, semicolons, tabs or vertical bars,"
                                + " and delete that line."),
                arguments(
                        Refusal.of(Kind.TOO_MANY_COLUMNS, 16383),
                        "The header has too many columns: a file may have 16383; delete those"
                                + " that are not needed."));
    }

    private static Refusal oddHeader(int cell, String text, CellHint.Kind kind, int character) {
        return new Refusal.OddHeader(cell, text, new CellHint(kind, character));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            SPREADSHEET | The file is an Excel workbook: open it and save it as "CSV UTF-8".
            SPREADSHEET_WITH_PASSWORD | The file is an Office document with a password: open it and save the table in it as "CSV UTF-8".
            OPEN_DOCUMENT | The file is an OpenDocument spreadsheet: open it and save it as "Text CSV".
            NUMBERS | The file is a document of Numbers, Pages or Keynote: open it in Numbers and export it as CSV, with the text encoding Unicode (UTF-8).
            WORD | The file is a text document: copy its table into a spreadsheet and save that as "CSV UTF-8".
            PRESENTATION | The file is a presentation: copy its table into a spreadsheet and save that as "CSV UTF-8".
            DRAWING | The file is a drawing: upload the table it shows as a CSV file.
            ZIP | The file is a zip archive: unpack it and upload the CSV file in it.
            OLD_SPREADSHEET | The file is an Excel workbook of the old kind (.xls): open it and save it as "CSV UTF-8".
            PDF | The file is a PDF document: save the table it was made from as "CSV UTF-8".
            COMPRESSED | The file is compressed: unpack it and upload the CSV file in it.
            HTML | The file is a web page: open it in a spreadsheet and save it as "CSV UTF-8".
            XML | The file is an XML document: open it in a spreadsheet and save it as "CSV UTF-8".
            IMAGE | The file is a picture: upload the table it shows as a CSV file.
            MAIL | The file is an email: save the CSV file that is attached to it and upload that.
            DATABASE | The file is a database: export the table from it as a CSV file.
            PARQUET | The file is a Parquet file: export it as a CSV file.
            JSON | The file is a JSON document: convert it to a CSV file.
            GOOGLE_SHEET | The file is a link to a Google document: open it, choose File, Download, Comma-separated values, and upload what you get.
            SHORTCUT | The file is a shortcut to a file: upload the file it leads to.
            FILE_ATTRIBUTES | The file is what macOS keeps beside a file: upload the file whose name does not begin with ._.
            SYLK | The file is a spreadsheet in SYLK format: open it and save it as "CSV UTF-8".
            DIF | The file is a spreadsheet in DIF format: open it and save it as "CSV UTF-8".
            CARDS | The file is a vCard or a calendar: make a CSV file of it, as in the template.
            LDIF | The file is an LDIF export of a directory: make a CSV file of it, as in the template.
            LFS_POINTER | The file is a pointer of Git LFS: run git lfs pull and upload the file that you get.
            """)
    void saysWhatAFileIsInstead(ForeignFormat format, String sentence) {
        assertThat(english.sentence(new Refusal.OtherFormat(format))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "64, 64 bytes",
        "1, 1 bytes",
        "1024, 1 KB",
        "1025, 1025 bytes",
        "104857600, 100 MB",
        "1099511627776, 1 TB",
        "1125899906842624, 1024 TB"
    })
    void tellsTheLargestSizeInTheLargestUnitThatDivides(long bytes, String size) {
        assertThat(english.sentence(Refusal.of(Kind.TOO_LARGE, bytes)))
                .isEqualTo(
                        "The file is too large: split it into files of at most " + size + " each.");
    }

    @Test
    void tellsOnlyHowManyCellsThereAreBesidesTheFirst() {
        assertThat(
                        english.sentence(
                                new Refusal.ColumnMissing(
                                        "Username", new FoundCells(List.of("a", "b"), 3))))
                .endsWith("Found: \"a\", \"b\" and 3 more.");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ',', 'Read as UTF-8, separated by commas.'",
        "windows-1252, ;, 'Read as Windows-1252, separated by semicolons.'",
        "UTF-16LE, '\t', 'Read as UTF-16, separated by tabs.'",
        "UTF-16BE, |, 'Read as UTF-16, separated by vertical bars.'",
        "ISO-8859-15, ^, 'Read as ISO-8859-15, separated by the character ^.'"
    })
    void saysWhatWasAssumed(String charset, char delimiter, String sentence) {
        assertThat(english.reading(charset, delimiter)).isEqualTo(sentence);
    }

    @Test
    void saysItInGerman() {
        FileMessages german = FileMessages.in("de");

        assertThat(german.reading("UTF-8", ';'))
                .isEqualTo("Gelesen als UTF-8, getrennt durch Semikolons.");
        assertThat(german.sentence(new Refusal.ColumnTwice("Username")))
                .isEqualTo("Die Spalte „Username“ kommt mehrmals vor: Lassen Sie nur eine stehen.");
        assertThat(german.sentence(Refusal.of(Kind.TOO_MANY_ROWS, 1)))
                .contains("höchstens 1 Zeile auf");
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasWordsForEveryKindAndFormat(String language) {
        FileMessages messages = FileMessages.in(language);

        assertThat(Kind.values())
                .filteredOn(kind -> !OF_THEIR_OWN.contains(kind))
                .allSatisfy(
                        kind ->
                                assertThat(messages.sentence(Refusal.of(kind, 7)))
                                        .endsWith(".")
                                        .doesNotContain("{"));
        assertThat(ForeignFormat.values())
                .extracting(format -> messages.sentence(new Refusal.OtherFormat(format)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasWordsForEveryCharacterOfAHeader(String language) {
        assertThat(CellHint.Kind.values())
                .filteredOn(kind -> kind.name().startsWith("CHARACTER_"))
                .allSatisfy(
                        kind ->
                                assertThat(
                                                FileMessages.in(language)
                                                        .sentence(oddHeader(1, "a", kind, 0x41)))
                                        .contains("U+0041")
                                        .endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({
        "CHARACTER_UNSEEN, 200B, which cannot be seen (zero width space): delete it",
        "CHARACTER_LOST, FFFD, which stands for one that an earlier program has lost: type it again",
        "CHARACTER_LIKE_SPACE, 00A0, which looks like a space: type it again"
    })
    void namesACharacterOfAReferenceThatNobodyCouldWriteAgain(
            CellHint.Kind kind, String character, String problem) {
        CellHint hint = new CellHint(kind, Integer.parseInt(character, 16));

        assertThat(english.ofNewReference(hint))
                .isEqualTo("External reference contains U+" + character + ", " + problem);
    }

    @Test
    void refusesAHintThatIsOfNoCharacter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.ofNewReference(CellHint.of(CellHint.Kind.EMAIL_ADDRESS)));
    }
}
