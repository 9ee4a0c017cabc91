package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;

/** The files to begin with. */
class FilesTests extends ApiTestCase {

    @Test
    void haveATemplateThatIsTheHeaderOnly() {
        MvcTestResult answer = get("/api/v1/files/template.csv");

        assertThat(answer)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"unenrolments-template.csv\"");
        assertThat(text(answer).strip()).isEqualTo(CsvFile.HEADER);
    }

    @Test
    void haveAnExampleWhoseRowsAreOfTheSample() throws IOException {
        MvcTestResult answer = get("/api/v1/files/example.csv");

        assertThat(answer)
                .hasHeader(
                        "Content-Disposition", "attachment; filename=\"unenrolments-example.csv\"");
        assertThat(text(answer)).contains("amelia.hughes,FIRE-SAFETY-2026,Yes");
        assertThat(upload(body(answer), "verifyOnly=true")).hasStatus(202);
    }

    @Test
    void haveAnExampleOfTheirOwnWhereThereIsNoSample() throws IOException {
        byte[] own =
                new ClassPathResource("example.csv", FilesController.class).getContentAsByteArray();

        assertThat(upload(own, "verifyOnly=true")).hasStatus(202);
    }

    private static String text(MvcTestResult answer) {
        return new String(body(answer), StandardCharsets.UTF_8);
    }
}
