package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.UNENROLLED;
import static org.unenrol.model.OutcomeCode.USERNAME_NOT_RECOGNISED;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;

class ResultsTests extends ApiTestCase {

    private static final byte[] FILE = CsvFile.of("a,B,No", "c,D,Yes");

    @Test
    void areTheUploadWithAnOutcomeForEachRow() {
        MvcTestResult answer = get(results(ended()));

        assertThat(answer)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .hasHeader("Cache-Control", "private, no-store");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("leavers-results.csv");
        assertThat(lines(answer))
                .hasSize(3)
                .startsWith(CsvFile.HEADER + ",Outcome", "a,B,No,UNENROLLED: Unenrolled.")
                .last()
                .asString()
                .startsWith("c,D,Yes,")
                .contains("USERNAME_NOT_RECOGNISED: ");
    }

    @Test
    void areBytesInTheCharsetOfTheUpload() {
        byte[] file =
                "\uFEFFNote;Username;Activity external reference;Send unenrolment email\n ä ;a;\"B\";no"
                        .getBytes(StandardCharsets.UTF_16LE);
        UUID id = applying(file);
        others.end(id, UNENROLLED);

        MvcTestResult answer = get(results(id));

        assertThat(new String(body(answer), StandardCharsets.UTF_16LE))
                .isEqualTo(
                        "\uFEFFNote;Username;Activity external reference;Send unenrolment email;Outcome\n"
                                + " ä ;a;\"B\";no;UNENROLLED: Unenrolled.");
        assertThat(answer).hasHeader("Content-Type", "text/csv;charset=UTF-16LE");
    }

    @Test
    void areOnlyTheRowsToFixWhereThatIsAskedFor() {
        MvcTestResult answer = get(results(ended()) + "?only=failed");

        assertThat(lines(answer)).hasSize(2).last().asString().startsWith("c,D,Yes");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .contains("leavers-rows-to-fix.csv");
        MvcTestResult wrong = get(results(ended()) + "?only=good");
        assertProblem(wrong, 400, "parameter-invalid");
        assertThat(json(wrong).path("detail").asString())
                .isEqualTo("The parameter only must be failed, or omitted.");
    }

    @Test
    void areNotReadyBeforeTheImportHasEnded() {
        UUID running = verifying(FILE);
        UUID building = verifying(FILE);
        others.settle(building, READY, READY);

        assertProblem(get(results(running)), 409, "results-not-ready");
        assertProblem(get(results(building)), 409, "results-not-ready");
        assertProblem(get(results(UUID.randomUUID())), 404, "import-not-found");
    }

    @Test
    void areNotMadeOfAnImportThatHasFailed() {
        UUID failed = applying(FILE);
        others.fail(failed);

        assertProblem(get(results(failed)), 409, "results-not-made");
    }

    @Test
    void areGoneOnceTheyAreNoLongerKept() {
        UUID id = ended();
        jdbc.sql("update imports.import set upload_file = null where id = ?").param(id).update();
        assertProblem(get(results(id) + "?only=failed"), 410, "results-gone");
        assertThat(get(results(id))).hasStatusOk();

        jdbc.sql("update imports.progress set results_file = null where import_id = ?")
                .param(id)
                .update();
        assertProblem(get(results(id)), 410, "results-gone");
    }

    @Test
    void areGoneRowByRowOnceOutcomesAreNoLongerKept() {
        UUID id = ended();
        assertThat(get("/api/v1/imports/" + id + "/rows")).hasStatusOk();
        jdbc.sql(
                        "update imports.progress set outcomes_deleted_at = now(),"
                                + " results_deleted_at = now(), results_file = null where import_id = ?")
                .param(id)
                .update();

        assertProblem(get("/api/v1/imports/" + id + "/rows"), 410, "results-gone");
        assertThat(json(get("/api/v1/imports/" + id)).path("links").has("rows")).isFalse();
        assertThat(json(get("/api/v1/imports/" + id)).has("resultsDeletedAt")).isTrue();
    }

    @Test
    void areNotedInTheAuditTrailAsDownloaded() {
        UUID id = ended();
        get(results(id));

        assertThat(
                        jdbc.sql(
                                        "select account || ' ' || kind from audit.entry where import_id = ?")
                                .param(id)
                                .query(String.class)
                                .list())
                .contains("global.admin RESULTS_DOWNLOADED");
    }

    private UUID ended() {
        UUID id = idOf(upload(FILE, "verifyOnly=false&fileName=leavers.csv"));
        others.end(id, UNENROLLED, USERNAME_NOT_RECOGNISED);
        return id;
    }

    private static String results(UUID id) {
        return IMPORTS + "/" + id + "/results.csv";
    }

    private static List<String> lines(MvcTestResult answer) {
        return List.of(new String(body(answer), StandardCharsets.UTF_8).split("\r\n"));
    }
}
