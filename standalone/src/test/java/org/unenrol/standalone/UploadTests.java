package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;

class UploadTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();
    private final Learners learners = system.learners();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                  | 422 | file-empty
                    Username,Activity external reference,Send unenrolment email | 422 | file-no-rows
                    Username,Send unenrolment email\\na,Yes              | 422 | file-column-missing
                    PK\\003\\004 not a CSV                            | 415 | file-not-a-csv
                    """)
    void refusesWhatCannotBeSuchAFileAndKeepsNothingOfIt(String file, int status, String type) {
        int filesBefore = storedFiles();

        Answer answer =
                api.upload(
                        file.translateEscapes().getBytes(StandardCharsets.UTF_8),
                        "verifyOnly=true");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:unenrol:problem:" + type);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(storedFiles()).isEqualTo(filesBefore);
    }

    @Test
    void asksWhetherToVerifyOnly() {
        Answer answer = api.upload(Csv.file().row("a", "B", "No").bytes(), "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("verifyOnly=true");
    }

    @Test
    void takesAFormsFileAndReturnsItByteForByte() {
        Learners.Cohort cohort = learners.enrolled(2);
        String file =
                "\uFEFFNote;SEND UNENROLMENT EMAIL; username ;Activity external reference\n"
                        + "\"keep; this\";no;"
                        + cohort.username(1)
                        + ";\""
                        + cohort.reference()
                        + "\"\n"
                        + "  ä ;No;"
                        + cohort.username(2)
                        + ";"
                        + cohort.reference();

        Answer answer = api.submit(form(file));
        String id = answer.json().path("id").asString();
        api.awaitEnd(id);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("fileName").asString()).isEqualTo("leavers.csv");
        assertThat(answer.json().path("reading").asString()).contains("semicolons");
        Answer results = api.get("/api/v1/imports/" + id + "/results.csv");
        assertThat(results.header("Content-Disposition")).contains("leavers-results.csv");
        String[] written = file.split("\n");
        assertThat(results.text())
                .isEqualTo(
                        written[0]
                                + ";Outcome\n"
                                + written[1]
                                + ";UNENROLLED: Unenrolled.\n"
                                + written[2]
                                + ";UNENROLLED: Unenrolled.");
    }

    @Test
    void givesTheSameImportForTheSameIdempotencyKey() {
        Learners.Cohort cohort = learners.enrolled(2);
        String key = UUID.randomUUID().toString();
        byte[] file = Csv.file().rows(cohort, 1, 1).bytes();

        String first = withKey(file, key).json().path("id").asString();
        String second = withKey(file, key).json().path("id").asString();
        Answer other = withKey(Csv.file().rows(cohort, 2, 2).bytes(), key);

        assertThat(second).isEqualTo(first);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("type").asString())
                .isEqualTo("urn:unenrol:problem:key-reused");
        api.awaitEnd(first);
    }

    @Test
    void offersATemplateThatIsTheHeaderOnly() {
        assertThat(api.get("/api/v1/files/template.csv").text().strip()).isEqualTo(Csv.HEADER);
    }

    private Answer withKey(byte[] file, String key) {
        return api.submit(
                api.request("/api/v1/imports?verifyOnly=true")
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpRequest.Builder form(String file) {
        String body =
                "--limit\r\nContent-Disposition: form-data; name=\"verifyOnly\"\r\n\r\nfalse\r\n"
                        + "--limit\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"C:\\\\files\\\\leavers.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                        + file
                        + "\r\n--limit--\r\n";
        return api.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private int storedFiles() {
        return system.jdbc()
                .sql("select count(*) from imports.stored_file")
                .query(Integer.class)
                .single();
    }
}
