package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import org.unenrol.ingest.RawHttp;

/** Forms, as the web server takes them apart. */
class FormUploadTests extends ApiTestCase {

    private static final String END = "--limit--\r\n";
    private static final String VERIFY_ONLY = field("verifyOnly", "true");
    private static final String CSV = new String(CsvFile.of("a,B,No"), StandardCharsets.UTF_8);
    private static final String FILE = file("leavers.csv", CSV);

    @Test
    void makesAnImportOfAFormsFile() {
        String windows = file("C:\\\\files\\\\leavers.csv", CSV);

        RawHttp.Answer answer = send(VERIFY_ONLY + windows + END);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location"))
                .isEqualTo(IMPORTS + "/" + answer.json().path("id").asString());
        assertThat(answer.json().path("mode").asString()).isEqualTo("VERIFY_ONLY");
        assertThat(answer.json().path("fileName").asString()).isEqualTo("leavers.csv");
        assertThat(answer.json().path("rows").asInt()).isEqualTo(1);
    }

    @Test
    void sendsLearnersNoEmailsWhereTheFormSaysSo() {
        String silent = field("learnerEmails", "false");

        assertThat(send(VERIFY_ONLY + silent + FILE + END).json().path("learnerEmails").asBoolean())
                .isFalse();
        assertProblem(
                send(VERIFY_ONLY + field("learnerEmails", "no") + FILE + END),
                400,
                "parameter-invalid");
    }

    @Test
    void readsTheFileInTheCharsetOfItsPart() {
        String part = FILE.replace("text/csv", "text/csv;charset=windows-1252");

        RawHttp.Answer answer = send(VERIFY_ONLY + part + END);

        assertThat(answer.json().path("charset").asString()).isEqualTo("windows-1252");
    }

    @Test
    void asksForWhatIsMissing() {
        assertProblem(send(FILE + END), 400, "verify-only-missing");
        assertProblem(send(VERIFY_ONLY + END), 400, "file-missing");
        assertProblem(send(VERIFY_ONLY + FILE + FILE + END), 400, "several-files");
    }

    @Test
    void takesNoFileForAField() {
        String wrong = FILE.replace("name=\"file\"", "name=\"verifyOnly\"");

        RawHttp.Answer answer = send(wrong + FILE + END);

        assertProblem(answer, 400, "parameter-invalid");
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("The part verifyOnly must be a field, not a file.");
    }

    @Test
    void refusesAFileThatIsTooLargeAndKeepsNothingOfIt() {
        int before = storedFiles();
        String large = file("leavers.csv", CSV + "a,B,No\r\n".repeat(131_072));

        assertProblem(send(VERIFY_ONLY + large + END), 413, "file-too-large");
        assertThat(storedFiles()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"a\0b.csv, true", "a.csv, false"})
    void refusesAFormThatCannotBeRead(String fileName, boolean whole) {
        String form = VERIFY_ONLY + file(fileName, CSV);

        assertProblem(send(whole ? form + END : form), 400, "form-unreadable");
    }

    private int storedFiles() {
        return jdbc.sql("select count(*) from imports.stored_file").query(Integer.class).single();
    }

    private RawHttp.Answer send(String form) {
        return new RawHttp(port)
                .send(
                        "POST " + IMPORTS,
                        List.of("Content-Type: multipart/form-data; boundary=limit"),
                        form.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertProblem(RawHttp.Answer answer, int status, String problem) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    private static String field(String name, String value) {
        return "--limit\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    private static String file(String name, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        .formatted(name)
                + "Content-Type: text/csv\r\n\r\n"
                + content
                + "\r\n";
    }
}
