package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;
import tools.jackson.databind.JsonNode;

/** The one service that answers HTTP tells of all three. */
class ActuatorTests {

    private final TestSystem system = TestSystem.running();

    @Test
    void countsTheRowsThatTheWorkerHasSettled() {
        Learners.Cohort cohort = system.learners().enrolled(3);
        double before = settled();
        ApiClient api = system.api();

        api.awaitEnd(api.start(Csv.file().rows(cohort, 1, 3).bytes(), false));

        assertThat(settled() - before).isEqualTo(3);
    }

    private double settled() {
        return value("unenrol.rows.settled?tag=application:unenrol-worker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unenrol.listeners.stopped", "hikaricp.connections.max"})
    void tellsTheServicesApart(String metric) {
        assertThat(services(metric))
                .containsExactlyInAnyOrder("ingest-service", "notifier-service", "unenrol-worker");
    }

    @Test
    void countsTheMachinesMemoryOnce() {
        assertThat(services("jvm.memory.used")).containsExactly("ingest-service");
    }

    @Test
    void isReadyOnlyWhileTheWorkersListenerIs() {
        assertThat(readiness()).isEqualTo(200);
        MessageListenerContainer worker = system.workerListener();
        worker.stopAbnormally(() -> {});
        try {
            Awaitility.await().until(() -> readiness() == 503);
        } finally {
            worker.start();
        }
        Awaitility.await().until(() -> readiness() == 200);
    }

    private int readiness() {
        return system.api().get("/actuator/health/readiness").status();
    }

    private double value(String metric) {
        Answer answer = system.api().get("/actuator/metrics/" + metric);
        return answer.status() == 404
                ? 0
                : answer.json().path("measurements").path(0).path("value").asDouble();
    }

    private List<String> services(String metric) {
        return system.api()
                .get("/actuator/metrics/" + metric)
                .json()
                .path("availableTags")
                .valueStream()
                .filter(tag -> tag.path("tag").asString().equals("application"))
                .flatMap(tag -> tag.path("values").valueStream())
                .map(JsonNode::asString)
                .toList();
    }
}
