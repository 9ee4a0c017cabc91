package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import tools.jackson.databind.JsonNode;

/** Holds that a refused upload leaves nothing behind. */
class RefusedUploadTests extends ApiTestCase {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "verifyOnly=", "verifyOnly=yes", "verifyOnly=true&verifyOnly=false"})
    void asksWhetherToVerifyOnly(String query) {
        int before = storedFiles();

        MvcTestResult answer = upload(CsvFile.of("a,B,No"), query);

        assertProblem(answer, 400, "verify-only-missing");
        assertThat(json(answer).path("detail").asString()).contains("verifyOnly=true");
        assertThat(storedFiles()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text/csv;charset=none | charset-unknown
                    text/plain            | media-type-unsupported
                    application/json      | media-type-unsupported
                    """)
    void takesCsvInAKnownCharsetOnly(String type, String problem) {
        MvcTestResult answer =
                ask(
                        api.post()
                                .uri(IMPORTS + "?verifyOnly=true")
                                .header("Content-Type", type)
                                .content(CsvFile.of("a,B,No")));

        assertProblem(answer, 415, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                          | 422 | file-empty
                    Username,Activity external reference,Send unenrolment email | 422 | file-no-rows
                    Username,Send unenrolment email\\na,Yes                     | 422 | file-column-missing
                    PK\\003\\004 not a CSV                                      | 415 | file-not-a-csv
                    """)
    void refusesWhatCannotBeSuchAFile(String file, int status, String problem) {
        int before = storedFiles();

        MvcTestResult answer =
                upload(file.translateEscapes().getBytes(StandardCharsets.UTF_8), "verifyOnly=true");

        assertProblem(answer, status, problem);
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsTooLargeOrHasTooManyRows() {
        int before = storedFiles();
        byte[] large = Arrays.copyOf(CsvFile.of("a,B,No"), 1_048_577);

        assertProblem(upload(large, "verifyOnly=true"), 413, "file-too-large");
        assertProblem(upload(CsvFile.ofRows(61), "verifyOnly=true"), 413, "file-too-many-rows");
        assertThat(storedFiles()).isEqualTo(before);
        assertThat(upload(CsvFile.ofRows(60), "verifyOnly=true")).hasStatus(202);
    }

    @Test
    void namesEachFaultOfARefusedFileWithItsLine() {
        byte[] file = "\nUsername,Note\na,x\n".getBytes(StandardCharsets.UTF_8);

        JsonNode told = json(upload(file, "verifyOnly=true"));

        assertThat(told.path("errors")).hasSize(2);
        assertThat(told.path("errors")).allMatch(error -> error.path("line").asInt() == 2);
        assertThat(told.at("/errors/0/message")).isEqualTo(told.path("detail"));
        assertThat(told.at("/errors/1/message").asString()).contains("Send unenrolment email");
        assertThat(told.path("furtherErrors").asInt()).isZero();
    }

    private int storedFiles() {
        return jdbc.sql("select count(*) from imports.stored_file").query(Integer.class).single();
    }
}
