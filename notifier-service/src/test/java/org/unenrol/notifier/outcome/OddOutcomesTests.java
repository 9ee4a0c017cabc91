package org.unenrol.notifier.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.unenrol.notifier.NotifierLedger.ADA;
import static org.unenrol.notifier.NotifierLedger.JDBC;
import static org.unenrol.notifier.NotifierLedger.SERVER;
import static org.unenrol.notifier.NotifierLedger.find;
import static org.unenrol.notifier.NotifierLedger.submitted;

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
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.Topics;
import org.unenrol.notifier.NotifierLedger;
import org.unenrol.notifier.NotifierService;
import org.unenrol.test.kafka.TestRecordKey;
import org.unenrol.test.kafka.TestTopics;

/** The notifier among outcomes that the ledger does not take, and records that are none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddOutcomesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LocalKafka kafka;
    private ConfigurableApplicationContext notifier;
    private TestTopics topics;

    @BeforeAll
    void start(@TempDir Path folder) {
        NotifierLedger.clear();
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        topics = new TestTopics(kafka.bootstrapServers());
        notifier =
                NotifierService.application()
                        .run(
                                "--server.port=0",
                                TestRecordKey.argument(),
                                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                                "--spring.datasource.url=" + SERVER.getJdbcUrl(),
                                "--spring.datasource.username=" + SERVER.getUsername(),
                                "--spring.datasource.password=" + SERVER.getPassword(),
                                "--spring.mail.port=1");
    }

    @AfterAll
    void stop() {
        notifier.close();
        kafka.close();
    }

    /** A mail to nobody. */
    @Test
    void endsAnImportWithAnOutcomeThatTheLedgerRefuses() {
        String refused =
                "\"code\":\"NOT_ENROLLED\",\"message\":\"Not enrolled.\",\"notice\":{\"email\":null,"
                        + "\"name\":\"A\",\"activityTitle\":\"B\",\"place\":\"LEFT\"}";
        UUID id = submitted("leavers.csv", 3, Mode.APPLY, ADA);

        topics.send(Topics.OUTCOMES, outcome(id, 1, good()), null);
        topics.send(Topics.OUTCOMES, outcome(id, 2, refused), null);
        topics.send(Topics.OUTCOMES, outcome(id, 3, good()), null);

        await().atMost(PATIENCE).until(() -> find(id).state() == ImportState.COMPLETED);
        assertThat(find(id).progress().outcomes())
                .isEqualTo(Map.of(OutcomeCode.NOT_ENROLLED, 2, OutcomeCode.SYSTEM_ERROR, 1));
    }

    @Test
    void goesOnAfterWhatIsNoOutcome() {
        UUID id = submitted("leavers.csv", 1, Mode.APPLY, ADA);

        topics.send(Topics.OUTCOMES, null, id + "/1");
        List.of("null", "[]", "{}", "17", "{\"row\":1}", outcome(id, 0, good()))
                .forEach(body -> topics.send(Topics.OUTCOMES, body, id + "/1"));
        topics.send(
                Topics.OUTCOMES,
                outcome(id, 1, "\"code\":\"TRANSFERRED\",\"message\":\"\""),
                id + "/1");
        await().atMost(PATIENCE).until(() -> topics.lagOf("notifier-service") == 0);
        assertThat(find(id).progress().received()).isZero();

        topics.send(Topics.OUTCOMES, outcome(id, 1, good()), null);
        await().atMost(PATIENCE).until(() -> find(id).state() == ImportState.COMPLETED);
    }

    @Test
    void recordsNoOutcomeAndMailsNobodyThatNoServiceHasSigned() {
        UUID id = submitted("leavers.csv", 1, Mode.APPLY, ADA);

        topics.send(TestTopics.unsigned(Topics.OUTCOMES, outcome(id, 1, mailed()), id + "/1"));
        await().atMost(PATIENCE).until(() -> topics.lagOf("notifier-service") == 0);
        assertThat(find(id).progress().received()).isZero();
        assertThat(learnerMails()).isZero();

        topics.send(Topics.OUTCOMES, outcome(id, 1, good()), null);
        await().atMost(PATIENCE).until(() -> find(id).state() == ImportState.COMPLETED);
        assertThat(learnerMails()).isZero();
    }

    /** Whoever has signed it: a worker that has gone wrong has no more power than that. */
    @Test
    void mailsNobodyForAVerificationAnUnknownImportOrARowThatTheFileDoesNotHave() {
        UUID verified = submitted("leavers.csv", 1, Mode.VERIFY_ONLY, ADA);
        UUID applied = submitted("leavers.csv", 1, Mode.APPLY, ADA);

        topics.send(Topics.OUTCOMES, outcome(UUID.randomUUID(), 1, mailed()), null);
        topics.send(Topics.OUTCOMES, outcome(applied, 2, mailed()), null);
        topics.send(Topics.OUTCOMES, outcome(verified, 1, mailed()), null);

        await().atMost(PATIENCE).until(() -> find(verified).state() == ImportState.COMPLETED);
        await().atMost(PATIENCE).until(() -> topics.lagOf("notifier-service") == 0);
        assertThat(find(applied).progress().received()).isZero();
        assertThat(learnerMails()).isZero();
    }

    private static int learnerMails() {
        return JDBC.sql("select count(*) from imports.mail where row > 0 and recipient = :to")
                .param("to", "anybody@example.org")
                .query(Integer.class)
                .single();
    }

    private static String mailed() {
        return good()
                + ",\"notice\":{\"email\":\"anybody@example.org\",\"name\":\"A\","
                + "\"activityTitle\":\"B\",\"place\":\"LEFT\"}";
    }

    private static String good() {
        return "\"code\":\"NOT_ENROLLED\",\"message\":\"Not enrolled.\"";
    }

    private static String outcome(UUID id, int row, String parts) {
        return "{\"importId\":\"%s\",\"row\":%d,\"line\":2,%s}".formatted(id, row, parts);
    }
}
