package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;
import tools.jackson.databind.JsonNode;

class ApplyAfterVerifyTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();
    private final Learners learners = system.learners();

    @Test
    void appliesTheVerifiedBytesAndMarksRowsWhoseAnswerHasChanged() {
        Learners.Cohort cohort = learners.enrolled(3);
        String verification =
                api.run(Csv.file().rows(cohort, 1, 3).rows(cohort, 1, 1).bytes(), true);
        learners.unenrol(cohort, 2);

        Answer answer = api.post("/api/v1/imports/" + verification + "/apply");
        String applied = answer.json().path("id").asString();
        JsonNode ended = api.awaitEnd(applied);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).endsWith("/api/v1/imports/" + applied);
        assertThat(ended.path("sha256")).isEqualTo(api.importOf(verification).path("sha256"));
        assertThat(Csv.outcomes(api.results(applied)))
                .containsExactly("UNENROLLED", "NOT_ENROLLED", "UNENROLLED", "DUPLICATE");
        assertThat(ended.path("changed").asInt()).isEqualTo(1);
        JsonNode row =
                api.get("/api/v1/imports/" + applied + "/rows?after=1").json().path("rows").path(0);
        assertThat(row.path("changedFrom").asString()).isEqualTo("READY");
        assertThat(row.path("message").asString()).contains("changed since the verification");
    }

    @Test
    void holdsRowsBackWhoseReferenceNamesAnotherActivityByNow() {
        Learners.Cohort verified = learners.enrolled(2);
        Learners.Cohort other = learners.unenrolled(1);
        String verification =
                api.run(
                        Csv.file()
                                .row(verified.username(1), verified.reference(), "Yes")
                                .row(verified.username(2), verified.reference(), "Yes")
                                .bytes(),
                        true);
        learners.moveReference(verified.reference(), verified.reference() + "-OLD");
        learners.moveReference(other.reference(), verified.reference());
        learners.enrol(verified, 1);

        JsonNode ended =
                api.awaitEnd(
                        api.post("/api/v1/imports/" + verification + "/apply")
                                .json()
                                .path("id")
                                .asString());

        assertThat(Csv.outcomes(api.results(ended.path("id").asString())))
                .containsExactly("CHANGED_SINCE_VERIFICATION", "CHANGED_SINCE_VERIFICATION");
        assertThat(ended.path("changed").asInt()).isEqualTo(2);
        assertThat(learners.openPeriods(verified)).isEqualTo(1);
    }
}
