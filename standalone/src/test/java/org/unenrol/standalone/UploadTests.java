package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;

class UploadTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();
    private final Learners learners = system.learners();

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
}
