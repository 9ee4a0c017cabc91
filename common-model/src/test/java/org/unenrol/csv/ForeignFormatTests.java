package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFormatTests {

    private static final String OLD_OFFICE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "<HTML lang=en>",
                "<meta charset=utf-8>",
                "<body>",
                "<div id=a>",
                "<style>td {}</style>",
                "<script>",
                "<xml>",
                "<tr><td>",
                "<table border=1>",
                "<p>",
                " \t\r\n<!DOCTYPE HTML PUBLIC>",
                "<!--",
                "<!-- a -->\n<!-- b -->\n<br/>",
                "<!--[if gte mso 9]><xml></xml><![endif]--><html>",
                "<?xml version='1.0'?><!DOCTYPE html><html>"
            })
    void knowsAWebPageInAnyEncoding(String beginning) {
        String page = beginning + "\n<td>Username</td></table>";
        for (Charset charset : List.of(UTF_8, UTF_16LE, Charset.forName("UTF-32BE"))) {
            assertThat(refusal(page.getBytes(charset))).isEqualTo(ForeignFormat.HTML);
            assertThat(refusal(("\ufeff" + page).getBytes(charset))).isEqualTo(ForeignFormat.HTML);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Workbook, OLD_SPREADSHEET",
        "Book, OLD_SPREADSHEET",
        "WordDocument, WORD",
        "PowerPoint Document, PRESENTATION",
        "__properties_version1.0, MAIL",
        "EncryptedPackage, SPREADSHEET_WITH_PASSWORD"
    })
    void tellsOldOfficeDocumentsApart(String stream, ForeignFormat format) {
        String document =
                OLD_OFFICE
                        + "\0".repeat(9_000)
                        + new String((stream + "\0").getBytes(UTF_16LE), ISO_8859_1);

        assertThat(refusal(document.getBytes(ISO_8859_1))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.bin, SPREADSHEET",
        "Index/Document.iwa, NUMBERS",
        "word/document.xml, WORD",
        "ppt/slides/slide1.xml, PRESENTATION",
        "mimetypeapplication/vnd.oasis.opendocument.presentation, PRESENTATION",
        "mimetypeapplication/vnd.oasis.opendocument.spreadsheet, OPEN_DOCUMENT",
        "learners.csv, ZIP"
    })
    void tellsArchivesApartByTheNamesInThem(String name, ForeignFormat format) {
        String archive = "PK\3\4" + "x".repeat(9_000) + "PK\3\4" + name;

        assertThat(refusal(archive.getBytes(ISO_8859_1))).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"Username\",\"Send unenrolment email\"]", "[ {}]", "{}", "[[1]]"})
    void knowsJson(String text) {
        assertThat(refusal(text.getBytes(UTF_8))).isEqualTo(ForeignFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID;Person",
                "Non-Standard name",
                "PAR1",
                "BZh",
                "GIF8",
                "TABLE",
                "dn: uid=1",
                "From: HR",
                "{note}",
                "<note>",
                "BEGIN:VCARD",
                "RIFF",
                "version https://git-lfs"
            })
    void takesNoColumnForAnotherKindOfFile(String column) {
        String header = column + ";Username;Activity external reference;Send unenrolment email";

        String row = column.replaceAll("[^;]+", "x") + ";anna;COURSE-1;Yes";

        assertThat(Files.rows((header + "\n" + row + "\n").getBytes(UTF_8)))
                .extracting(FileRow::username)
                .containsExactly("anna");
    }

    private static ForeignFormat refusal(byte[] bytes) {
        Refusal refusal =
                catchThrowableOfType(RefusedFileException.class, () -> Files.rows(bytes)).refusal();
        return ((Refusal.OtherFormat) refusal).format();
    }
}
