package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.DUPLICATE;
import static org.unenrol.model.OutcomeCode.READY;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import org.unenrol.model.Meaning;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowOutcome;
import tools.jackson.databind.JsonNode;

class ImpactTests extends ApiTestCase {

    @Test
    void tellsWhatApplyingAVerificationWouldComeTo() {
        UUID id = verifying(CsvFile.ofRows(2));
        others.settle(
                new RowOutcome(
                        id,
                        1,
                        2,
                        READY,
                        List.of(),
                        null,
                        new Meaning("17", "99999"),
                        new RowContent("amelia", "FIRE", "Yes", "Amelia Hughes", "Fire")));
        others.end(id, READY, DUPLICATE);

        JsonNode impact = json(get(IMPORTS + "/" + id + "/impact"));

        assertThat(impact.path("learners").asInt()).isEqualTo(1);
        assertThat(impact.path("emails").asInt()).isEqualTo(1);
        assertThat(impact.path("emailsToNotEnrolled").asInt()).isZero();
        assertThat(impact.path("aboveThreshold").asBoolean()).isFalse();
        assertThat(impact.at("/activities/0").has("enrolled")).isFalse();
        assertThat(impact.at("/activities/0/activityTitle").asString()).isEqualTo("Fire");
        assertThat(impact.at("/activities/0/leaving").asInt()).isEqualTo(1);
        assertThat(impact.path("activities")).hasSize(1);
    }

    @Test
    void isToldOfNothingButACompletedVerification() {
        UUID running = verifying(CsvFile.ofRows(2));

        assertThat(get(IMPORTS + "/" + running + "/impact")).hasStatus(409);
        assertThat(get(IMPORTS + "/" + UUID.randomUUID() + "/impact")).hasStatus(404);
    }
}
