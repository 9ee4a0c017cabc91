package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.NOT_ENROLLED;
import static org.unenrol.model.OutcomeCode.NOT_PROCESSED;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.REENROLLED;
import static org.unenrol.model.OutcomeCode.SYSTEM_ERROR;
import static org.unenrol.model.OutcomeCode.UNENROLLED;
import static org.unenrol.model.OutcomeCode.UNENROLLED_COMPLETION_KEPT;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.model.OutcomeCode;

/** Taking imports back, and running rows again that the system has failed. */
class RowsAgainTests extends ApiTestCase {

    private static final byte[] THREE =
            (CsvFile.HEADER + ",Note\r\na,FIRE,Yes,\"x\"\r\nb,FIRE,No,y\r\n\"c\",FIRE,Yes,\r\n")
                    .getBytes(StandardCharsets.UTF_8);

    @Autowired private Imports imports;
    @Autowired private StoredFiles files;

    @Test
    void takesBackExactlyTheRowsThatHaveEndedAnEnrolment() throws Exception {
        UUID applied = ended(UNENROLLED, NOT_ENROLLED, UNENROLLED_COMPLETION_KEPT);

        MvcTestResult answer = post(IMPORTS + "/" + applied + "/take-back");

        UUID back = idOf(answer);
        assertThat(answer).hasHeader("Location", IMPORTS + "/" + back);
        assertThat(json(answer).path("mode").asString()).isEqualTo("TAKE_BACK");
        assertThat(json(answer).path("origin").asString()).isEqualTo(applied.toString());
        assertThat(json(answer).path("rows").asInt()).isEqualTo(2);
        assertThat(fileOf(back))
                .isEqualTo(CsvFile.HEADER + ",Note\r\na,FIRE,Yes,\"x\"\r\n\"c\",FIRE,Yes,\r\n");
        assertThat(originRows(back)).isEqualTo("1=1 2=3");
        assertThat(json(get(IMPORTS + "/" + applied)).path("takenBackBy").path(0).asString())
                .isEqualTo(back.toString());
        others.end(back, REENROLLED, REENROLLED);
        assertThat(json(get(IMPORTS + "/" + back + "/rows")).path("rows").path(0).path("message"))
                .hasToString("\"Enrolled again: the place has been given back.\"");
    }

    @Test
    void takesBackChosenRowsAndNoneTwice() {
        UUID applied = ended(UNENROLLED, UNENROLLED, NOT_ENROLLED);
        String takeBack = IMPORTS + "/" + applied + "/take-back";

        UUID one = idOf(post(takeBack + "?rows=2&rows=3&learnerEmails=true"));

        assertThat(originRows(one)).isEqualTo("1=2");
        assertThat(originRows(idOf(post(takeBack)))).isEqualTo("1=1");
        assertProblem(post(takeBack), 409, "nothing-to-take-back");
        others.end(one, OutcomeCode.NOT_REENROLLED);
        assertThat(originRows(idOf(post(takeBack)))).isEqualTo("1=2");
    }

    @Test
    void takesBackNothingElse() {
        UUID running = applying(THREE);
        UUID verified = verifying(THREE);
        others.end(verified, READY, READY, READY);
        UUID back =
                idOf(
                        post(
                                IMPORTS
                                        + "/"
                                        + ended(UNENROLLED, UNENROLLED, UNENROLLED)
                                        + "/take-back"));
        UUID other = ended(UNENROLLED, NOT_ENROLLED, NOT_ENROLLED);
        jdbc.sql("update imports.progress set upload_deleted_at = now() where import_id = ?")
                .param(other)
                .update();

        assertProblem(post(IMPORTS + "/" + running + "/take-back"), 409, "nothing-to-take-back");
        assertProblem(post(IMPORTS + "/" + verified + "/take-back"), 409, "nothing-to-take-back");
        assertProblem(post(IMPORTS + "/" + back + "/take-back"), 409, "takes-back-itself");
        assertProblem(post(IMPORTS + "/" + other + "/take-back"), 410, "file-gone");
        assertProblem(post(IMPORTS + "/" + back + "/retry"), 409, "nothing-to-run-again");
    }

    @Test
    void makesOneImportOfOneKey() {
        UUID applied = ended(UNENROLLED, NOT_ENROLLED, NOT_ENROLLED);
        UUID other = ended(UNENROLLED, NOT_ENROLLED, NOT_ENROLLED);

        UUID back = idOf(takeBack(applied, "back-1"));

        assertThat(idOf(takeBack(applied, "back-1"))).isEqualTo(back);
        assertProblem(takeBack(other, "back-1"), 422, "key-reused");
    }

    @Test
    void runsAgainWhatTheSystemHasFailed() throws Exception {
        UUID applied = ended(SYSTEM_ERROR, UNENROLLED, NOT_PROCESSED);

        MvcTestResult answer = post(IMPORTS + "/" + applied + "/retry");

        UUID again = idOf(answer);
        assertThat(json(answer).path("mode").asString()).isEqualTo("APPLY");
        assertThat(originRows(again)).isEqualTo("1=1 2=3");
        assertThat(fileOf(again)).contains("a,FIRE").doesNotContain("b,FIRE");
        assertThat(json(get(IMPORTS + "/" + applied)).path("runAgainBy").path(0).asString())
                .isEqualTo(again.toString());
        assertProblem(post(IMPORTS + "/" + applied + "/retry"), 409, "nothing-to-run-again");
    }

    private UUID ended(OutcomeCode... outcomes) {
        UUID id = applying(THREE);
        others.end(id, outcomes);
        return id;
    }

    private MvcTestResult takeBack(UUID id, String key) {
        return ask(
                api.post().uri(IMPORTS + "/" + id + "/take-back").header("Idempotency-Key", key));
    }

    private String fileOf(UUID id) throws Exception {
        try (var stored = files.open(imports.find(id).orElseThrow().file().upload())) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String originRows(UUID id) {
        return jdbc.sql(
                        """
                        select string_agg(row || '=' || origin_row, ' ' order by row)
                        from imports.origin_row where import_id = ?
                        """)
                .param(id)
                .query(String.class)
                .single();
    }
}
