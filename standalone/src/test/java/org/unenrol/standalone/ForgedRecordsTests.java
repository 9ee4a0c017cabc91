package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.unenrol.infrastructure.ReceivedMail;
import org.unenrol.model.Topics;
import org.unenrol.test.api.ApiClient;
import org.unenrol.test.kafka.TestTopics;

/** Somebody who can write to the broker, and has no key, claims to be a service. */
class ForgedRecordsTests {

    private static final int FEW = 10;
    private static final String STRANGER = "stranger@example.net";

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();
    private final Learners learners = system.learners();
    private final TestTopics topics = new TestTopics(system.addresses().bootstrapServers());

    @Test
    void unenrolNobodyForAnImportThatNobodyHasSubmitted() {
        Learners.Cohort cohort = learners.enrolled(1);
        String id = UUID.randomUUID().toString();

        topics.send(row(id, cohort));
        awaitNoLag();

        assertThat(learners.openPeriods(cohort)).isEqualTo(1);
        assertThat(outcomesOnTopic(id)).isZero();
        assertThat(topics.bodies(Topics.deadLettersOf(Topics.ROWS)))
                .anyMatch(body -> body.contains(id));
    }

    @Test
    void unenrolNobodyForAVerification() {
        Learners.Cohort cohort = learners.enrolled(1);
        MessageListenerContainer recorder = system.listener("notifier-service");
        recorder.stop();
        String id = api.start(Csv.file().rows(cohort, 1, 1).bytes(), true);
        Awaitility.await().until(() -> outcomesOnTopic(id) == 1);

        topics.send(row(id, cohort));
        Awaitility.await().until(() -> topics.lagOf("unenrol-worker") == 0);
        recorder.start();

        assertThat(api.awaitEnd(id).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(learners.openPeriods(cohort)).isEqualTo(1);
        assertThat(Csv.outcomes(api.results(id))).containsExactly("READY");
    }

    @Test
    void changeNoLineOfResultsAndMailNobody() {
        Learners.Cohort cohort = learners.enrolled(1);
        system.workerListener().stop();
        String id = api.start(Csv.file().rows(cohort, 1, 1).bytes(), false);

        topics.send(outcome(id));
        Awaitility.await().until(() -> topics.lagOf("notifier-service") == 0);
        assertThat(api.importOf(id).path("processed").asInt()).isZero();
        system.workerListener().start();

        assertThat(api.awaitEnd(id).path("succeeded").asInt()).isEqualTo(1);
        assertThat(Csv.outcomes(api.results(id))).containsExactly("UNENROLLED");
        assertThat(system.mailbox().messages())
                .extracting(ReceivedMail::to)
                .noneMatch(to -> to.toString().contains(STRANGER));
    }

    /** The true records are gone, and in their place are some that were changed. */
    @Test
    void delayAnImportAndNoMore() {
        Learners.Cohort cohort = learners.enrolled(FEW);
        system.workerListener().stop();
        String id = api.start(Csv.file().rows(cohort, 1, FEW).bytes(), true);
        Awaitility.await().until(() -> records(Topics.ROWS, id).size() == FEW);
        List<ConsumerRecord<String, byte[]>> rows = records(Topics.ROWS, id);
        topics.deleteAll(Topics.ROWS);
        rows.forEach(one -> topics.send(applied(one)));
        system.workerListener().start();

        assertThat(api.awaitEnd(id).path("succeeded").asInt()).isEqualTo(FEW);
        assertThat(learners.openPeriods(cohort)).isEqualTo(FEW);
        assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    /** With the signature of the row as it was. */
    private static ProducerRecord<String, byte[]> applied(ConsumerRecord<String, byte[]> row) {
        String body = new String(row.value(), StandardCharsets.UTF_8);
        return new ProducerRecord<>(
                row.topic(),
                null,
                row.key(),
                body.replace("VERIFY_ONLY", "APPLY").getBytes(StandardCharsets.UTF_8),
                row.headers());
    }

    private static ProducerRecord<String, byte[]> row(String id, Learners.Cohort cohort) {
        String body =
                """
                {"importId":"%s","row":1,"spreadsheetRow":2,"line":2,"mode":"APPLY",
                "submittedAt":"2999-11-23T22:28:00Z","submittedBy":"global.admin",
                "username":"%s","activityReference":"%s","sendEmail":"YES"}
                """
                        .formatted(id, cohort.username(1), cohort.reference());
        return TestTopics.unsigned(Topics.ROWS, body, id + "/1");
    }

    private static ProducerRecord<String, byte[]> outcome(String id) {
        String body =
                """
                {"importId":"%s","row":1,"line":2,"code":"NOT_ENROLLED","notice":{"email":"%s",
                "name":"A","activityTitle":"B","place":"LEFT"}}
                """
                        .formatted(id, STRANGER);
        return TestTopics.unsigned(Topics.OUTCOMES, body, id + "/1");
    }

    private int outcomesOnTopic(String id) {
        return records(Topics.OUTCOMES, id).size();
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic, String id) {
        return topics.records(topic).stream()
                .filter(one -> new String(one.value(), StandardCharsets.UTF_8).contains(id))
                .toList();
    }

    private void awaitNoLag() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                topics.lagOf("unenrol-worker") + topics.lagOf("notifier-service")
                                        == 0);
    }
}
