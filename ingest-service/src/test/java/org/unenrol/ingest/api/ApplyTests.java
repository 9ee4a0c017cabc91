package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.NOT_ENROLLED;
import static org.unenrol.model.OutcomeCode.NOT_PROCESSED;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.UNENROLLED;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import tools.jackson.databind.JsonNode;

/** Applying what was verified. */
class ApplyTests extends ApiTestCase {

    @Test
    void makesAnImportOfTheVerifiedBytes() {
        UUID verified = verified();

        MvcTestResult answer = apply(verified);

        UUID applied = idOf(answer);
        assertThat(applied).isNotEqualTo(verified);
        assertThat(answer).hasHeader("Location", IMPORTS + "/" + applied);
        assertThat(json(answer).path("mode").asString()).isEqualTo("APPLY");
        assertThat(json(answer).path("verifiedBy").asString()).isEqualTo(verified.toString());
        assertThat(json(answer).path("rows").asInt()).isEqualTo(2);
        assertThat(json(answer).path("sha256"))
                .isEqualTo(json(get(IMPORTS + "/" + verified)).path("sha256"));
    }

    @Test
    void sendsLearnersNoEmailsWhereThatIsSaid() {
        MvcTestResult answer = post(IMPORTS + "/" + verified() + "/apply?learnerEmails=false");

        assertThat(json(answer).path("learnerEmails").asBoolean()).isFalse();
        assertThat(json(apply(verified())).path("learnerEmails").asBoolean()).isTrue();
        assertProblem(
                post(IMPORTS + "/" + verified() + "/apply?learnerEmails=no"),
                400,
                "parameter-invalid");
    }

    @Test
    void keepsWhatTheRunIsFor() {
        MvcTestResult answer = post(IMPORTS + "/" + verified() + "/apply?reason=Left%20us%20");

        assertThat(json(answer).path("reason").asString()).isEqualTo("Left us");
        assertThat(json(apply(verified())).has("reason")).isFalse();
        assertProblem(
                post(IMPORTS + "/" + verified() + "/apply?reason=" + "x".repeat(501)),
                400,
                "parameter-invalid");
    }

    @Test
    void marksTheRowsWhoseAnswerHasChanged() {
        UUID applied = idOf(apply(verified()));
        others.end(applied, UNENROLLED, NOT_ENROLLED);

        JsonNode rows = json(get(IMPORTS + "/" + applied + "/rows")).path("rows");

        assertThat(json(get(IMPORTS + "/" + applied)).path("changed").asInt()).isEqualTo(1);
        assertThat(rows.path(0).has("changedFrom")).isFalse();
        assertThat(rows.path(1).path("changedFrom").asString()).isEqualTo("READY");
        assertThat(rows.path(1).path("message").asString())
                .contains("changed since the verification");
    }

    @Test
    void needsAVerificationThatHasCompleted() {
        UUID real = applying(CsvFile.ofRows(1));
        others.end(real, UNENROLLED);
        UUID running = verifying(CsvFile.ofRows(1));
        UUID cancelled = verifying(CsvFile.ofRows(1));
        post(IMPORTS + "/" + cancelled + "/cancel");
        others.end(cancelled, NOT_PROCESSED);

        assertProblem(apply(real), 409, "not-applicable");
        assertProblem(apply(running), 409, "not-applicable");
        assertProblem(apply(cancelled), 409, "not-applicable");
        assertProblem(apply(UUID.randomUUID()), 404, "import-not-found");
    }

    @Test
    void needsTheFileToBeKept() {
        UUID verified = verified();
        jdbc.sql("update imports.import set upload_file = null where id = ?")
                .param(verified)
                .update();

        assertProblem(apply(verified), 409, "not-applicable");
    }

    private UUID verified() {
        UUID id = verifying(CsvFile.ofRows(2));
        others.end(id, READY, READY);
        return id;
    }

    private MvcTestResult apply(UUID verified) {
        return post(IMPORTS + "/" + verified + "/apply");
    }
}
