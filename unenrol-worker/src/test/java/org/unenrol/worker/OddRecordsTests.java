package org.unenrol.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.infrastructure.LocalPostgres;
import org.unenrol.model.Topics;
import org.unenrol.test.kafka.TestRecordKey;
import org.unenrol.test.kafka.TestTopics;

/** The worker among records that are no rows: each is dealt with, and none stops the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddRecordsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LocalKafka kafka;
    private LocalPostgres postgres;
    private ConfigurableApplicationContext worker;
    private TestTopics topics;

    @BeforeAll
    void start(@TempDir Path folder) {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        postgres = LocalPostgres.start(folder.resolve("postgres"), 0, Map.of());
        topics = new TestTopics(kafka.bootstrapServers());
        worker =
                UnenrolWorker.application()
                        .run(
                                "--server.port=0",
                                TestRecordKey.argument(),
                                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                                "--spring.datasource.url=" + postgres.jdbcUrl(),
                                "--spring.datasource.username=" + postgres.user(),
                                "--spring.datasource.password=" + postgres.password());
    }

    @AfterAll
    void stop() {
        worker.close();
        postgres.close();
        kafka.close();
    }

    @Test
    void goesOnAfterWhatIsNoRow() {
        UUID id = UUID.randomUUID();
        List<String> bodies =
                List.of("null", "[]", "{}", "\"x\"", "17", "{\"importId\":null}", "\u0001", "[[[[");

        topics.send(Topics.ROWS, null, null);
        bodies.forEach(body -> topics.send(Topics.ROWS, body, null));
        topics.send(Topics.ROWS, "{}", "no subject");
        topics.send(Topics.ROWS, "{}", id + "/0");
        topics.send(Topics.ROWS, row(id, 2, "APPLY"), null);

        await().atMost(PATIENCE).until(() -> outcomesOf(id).size() == 1);
        assertThat(outcomesOf(id).get(0)).contains("\"row\":2", "USERNAME_NOT_RECOGNISED");
        await().atMost(PATIENCE).until(() -> topics.lagOf("unenrol-worker") == 0);
    }

    @Test
    void makesASystemErrorOfARowThatOnlyItsHeadersName() {
        UUID id = UUID.randomUUID();

        topics.send(Topics.ROWS, "null", id + "/7");

        await().atMost(PATIENCE).until(() -> outcomesOf(id).size() == 1);
        assertThat(outcomesOf(id).get(0)).contains("\"row\":7", "SYSTEM_ERROR");
        assertThat(topics.bodies(Topics.deadLettersOf(Topics.ROWS))).contains("null");
    }

    /** Neither one of an import that nobody has submitted nor one that only its headers name. */
    @Test
    void settlesNoRowThatNoServiceHasSigned() {
        UUID id = UUID.randomUUID();
        String setAside = Topics.deadLettersOf(Topics.ROWS);

        topics.send(TestTopics.unsigned(Topics.ROWS, row(id, 1, "APPLY"), id + "/1"));
        topics.send(TestTopics.unsigned(Topics.ROWS, "null", id + "/2"));
        topics.send(Topics.ROWS, row(id, 3, "APPLY"), id + "/3");

        await().atMost(PATIENCE).until(() -> !outcomesOf(id).isEmpty());
        await().atMost(PATIENCE).until(() -> topics.lagOf("unenrol-worker") == 0);
        assertThat(outcomesOf(id)).singleElement().asString().contains("\"row\":3");
        assertThat(topics.bodies(setAside)).contains(row(id, 1, "APPLY"));
    }

    @Test
    void leavesARowUnansweredThatALaterVersionHasWritten() {
        UUID id = UUID.randomUUID();

        topics.send(Topics.ROWS, row(id, 1, "TRANSFER"), id + "/1");
        topics.send(Topics.ROWS, row(id, 2, "APPLY"), id + "/2");

        await().atMost(PATIENCE).until(() -> !outcomesOf(id).isEmpty());
        await().atMost(PATIENCE).until(() -> topics.lagOf("unenrol-worker") == 0);
        assertThat(outcomesOf(id)).singleElement().asString().contains("\"row\":2");
    }

    private List<String> outcomesOf(UUID id) {
        return topics.bodies(Topics.OUTCOMES).stream()
                .filter(body -> body.contains(id.toString()))
                .toList();
    }

    private static String row(UUID id, int row, String mode) {
        return """
               {"importId":"%s","row":%d,"spreadsheetRow":2,"line":2,"mode":"%s",
               "submittedAt":"2026-11-23T22:28:00Z","submittedBy":"global.admin",
               "username":"nobody","activityReference":"NOTHING","sendEmail":"NO"}
               """
                .formatted(id, row, mode);
    }
}
