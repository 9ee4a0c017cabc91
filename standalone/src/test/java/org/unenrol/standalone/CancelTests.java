package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;
import tools.jackson.databind.JsonNode;

class CancelTests {

    private static final int ROWS = 60_000;

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();

    @Test
    void stopsAtOnceAndSaysOfEachRowWhetherItWasDone() {
        Learners.Cohort cohort = system.learners().enrolled(ROWS);
        String id = api.start(Csv.file().rows(cohort, 1, ROWS).bytes(), false);
        Awaitility.await().until(() -> api.importOf(id).path("processed").asInt() > 0);

        Answer answer = api.post("/api/v1/imports/" + id + "/cancel");
        JsonNode ended = api.awaitEnd(id);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(ended.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(ended.path("processed").asInt()).isEqualTo(ROWS);
        List<String> outcomes = Csv.outcomes(api.results(id));
        assertThat(outcomes).hasSize(ROWS).contains("UNENROLLED", "NOT_PROCESSED");
        assertThat(rowsWith("UNENROLLED", outcomes))
                .isEqualTo(new EnrolmentHistory(system.jdbc()).rowsEndedBy(id));
        assertThat(api.post("/api/v1/imports/" + id + "/cancel").status()).isEqualTo(202);
    }

    private static List<Integer> rowsWith(String code, List<String> outcomes) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).equals(code)) {
                rows.add(i + 1);
            }
        }
        return rows;
    }
}
