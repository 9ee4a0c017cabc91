package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unenrol.test.api.ApiClient;
import tools.jackson.databind.JsonNode;

class TakeBackTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();
    private final Learners learners = system.learners();

    @Test
    void givesExactlyThoseTheirPlaceAgainWhomTheImportHasUnenrolled() {
        Learners.Cohort cohort = learners.enrolled(4);
        learners.unenrol(cohort, 4);
        String applied = api.run(Csv.file().rows(cohort, 1, 4).rows(cohort, 1, 1).bytes(), false);
        learners.enrol(cohort, 2);

        JsonNode back = takeBack(applied);
        String id = back.path("id").asString();

        assertThat(back.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(Csv.outcomes(api.results(id)))
                .containsExactly("REENROLLED", "NOT_REENROLLED", "REENROLLED");
        assertThat(learners.openPeriods(cohort)).isEqualTo(3);
        assertThat(
                        api.get("/api/v1/imports/" + id + "/rows?after=1")
                                .json()
                                .path("rows")
                                .path(0)
                                .path("message")
                                .asString())
                .contains("nothing needs doing");
    }

    @Test
    void canBeFollowedByTheSameFileAgain() {
        Learners.Cohort cohort = learners.enrolled(2);
        byte[] file = Csv.file().rows(cohort, 1, 2).bytes();
        String applied = api.run(file, false);
        takeBack(applied);

        String again = api.run(file, false);

        assertThat(Csv.outcomes(api.results(again))).containsExactly("UNENROLLED", "UNENROLLED");
        assertThat(learners.openPeriods(cohort)).isZero();
        assertThat(takeBack(again).path("succeeded").asInt()).isEqualTo(2);
        assertThat(learners.openPeriods(cohort)).isEqualTo(2);
    }

    private JsonNode takeBack(String applied) {
        return api.awaitEnd(
                api.post("/api/v1/imports/" + applied + "/take-back").json().path("id").asString());
    }
}
