package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.unenrol.model.Topics;
import org.unenrol.test.api.ApiClient;
import org.unenrol.test.kafka.TestRecordKey;
import org.unenrol.test.kafka.TestTopics;

/** Kafka may repeat, lose and garble messages; the result is still right. */
class RedeliveryTests {

    /** So many rows are published however slow the platform is taken to be. */
    private static final int FEW = 10;

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();
    private final Learners learners = system.learners();
    private final TestTopics topics = new TestTopics(system.addresses().bootstrapServers());

    @Test
    void staysTheSameWhenEveryRowAndEveryOutcomeArrivesAgain() {
        Learners.Cohort cohort = learners.enrolled(500);
        String id = api.run(Csv.file().rows(cohort, 1, 500).bytes(), false);
        byte[] results = api.results(id);
        learners.enrol(cohort, 1);

        republish(Topics.ROWS, id);
        Awaitility.await().until(() -> outcomesOnTopic(id) >= 1000);
        republish(Topics.OUTCOMES, id);
        awaitNoLag();

        assertThat(api.results(id)).isEqualTo(results);
        assertThat(api.importOf(id).path("processed").asInt()).isEqualTo(500);
        assertThat(learners.openPeriods(cohort)).isEqualTo(1);
        assertThat(new EnrolmentHistory(system.jdbc()).repeats()).isZero();
    }

    /** The sentence of such a row asks the administrator to set the reference. */
    @Test
    void endsNothingForARowThatComesAgainAfterTheEndOfItsImport() {
        Learners.Cohort cohort = learners.enrolled(3);
        String reference = cohort.reference();
        learners.moveReference(reference, reference + "-OLD");
        String id = api.run(Csv.file().rows(cohort, 1, 3).bytes(), false);
        assertThat(Csv.outcomes(api.results(id))).containsOnly("ACTIVITY_NOT_RECOGNISED");
        learners.moveReference(reference + "-OLD", reference);

        republish(Topics.ROWS, id);
        awaitNoLag();

        assertThat(learners.openPeriods(cohort)).isEqualTo(3);
        assertThat(new EnrolmentHistory(system.jdbc()).rowsEndedBy(id)).isEmpty();
    }

    @Test
    void completesAnImportWhoseMessagesWereLost() {
        Learners.Cohort cohort = learners.enrolled(300);
        system.workerListener().stop();
        String id = api.start(Csv.file().rows(cohort, 1, 300).bytes(), false);
        Awaitility.await().until(() -> rowsOnTopic(id) >= FEW);

        topics.deleteAll(Topics.ROWS);
        system.workerListener().start();

        assertThat(api.awaitEnd(id).path("succeeded").asInt()).isEqualTo(300);
    }

    @Test
    void setsAGarbledRowAsideAndStillCompletes() {
        Learners.Cohort cohort = learners.enrolled(FEW);
        system.workerListener().stop();
        String id = api.start(Csv.file().rows(cohort, 1, FEW).bytes(), false);
        Awaitility.await().until(() -> rowsOnTopic(id) == FEW);
        ConsumerRecord<String, byte[]> first = records(Topics.ROWS, id).get(0);
        topics.deleteAll(Topics.ROWS);
        sendSigned(first, new byte[] {1, 2, 3});
        system.workerListener().start();

        assertThat(api.awaitEnd(id).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(Csv.outcomes(api.results(id)))
                .containsOnlyOnce("SYSTEM_ERROR")
                .contains("UNENROLLED");
        assertThat(records(Topics.deadLettersOf(Topics.ROWS), id)).isNotEmpty();
    }

    @Test
    void publishesRowsAnewThatHaveWaitedForTooLong() {
        Learners.Cohort cohort = learners.enrolled(FEW);
        system.workerListener().stop();
        String id = api.start(Csv.file().rows(cohort, 1, FEW).bytes(), false);
        Awaitility.await().until(() -> rowsOnTopic(id) == FEW);
        List<ConsumerRecord<String, byte[]>> waiting = records(Topics.ROWS, id);
        topics.deleteAll(Topics.ROWS);
        for (ConsumerRecord<String, byte[]> one : waiting) {
            String late =
                    new String(one.value(), StandardCharsets.UTF_8)
                            .replaceAll("(\"validUntil\":\")\\d{4}", "$12001");
            sendSigned(one, late.getBytes(StandardCharsets.UTF_8));
        }
        system.workerListener().start();

        assertThat(api.awaitEnd(id).path("succeeded").asInt()).isEqualTo(FEW);
        assertThat(rowsOnTopic(id)).isEqualTo(2 * FEW);
    }

    /** Much longer than after which an import counts as stalled. */
    @Test
    void publishesNothingAgainWhileRowsOnlyWaitForAWorker() {
        Learners.Cohort cohort = learners.enrolled(FEW);
        system.holdWorker();
        String id;
        try {
            id = api.start(Csv.file().rows(cohort, 1, FEW).bytes(), false);
            Awaitility.await().until(() -> rowsOnTopic(id) == FEW);
            Awaitility.await()
                    .during(Duration.ofSeconds(12))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> rowsOnTopic(id) == FEW);
        } finally {
            system.releaseWorker();
        }

        assertThat(api.awaitEnd(id).path("succeeded").asInt()).isEqualTo(FEW);
        assertThat(rowsOnTopic(id)).isEqualTo(FEW);
    }

    @Test
    void publishesNoMoreThanAFirstPieceOfAllImportsWhileNoWorkerIsThere() {
        Learners.Cohort cohort = learners.enrolled(3_000);
        byte[] csv = Csv.file().rows(cohort, 1, 3_000).bytes();
        system.holdWorker();
        List<String> ids;
        long before = rowsEverPublished();
        try {
            ids = Stream.generate(() -> api.start(csv, true)).limit(8).toList();
            Awaitility.await()
                    .during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> rowsEverPublished() - before <= 12_000);
        } finally {
            system.releaseWorker();
        }

        assertThat(ids)
                .allSatisfy(
                        id ->
                                assertThat(api.awaitEnd(id).path("processed").asInt())
                                        .isEqualTo(3_000));
    }

    @Test
    void completesAnImportWhoseOutcomesWereLost() {
        Learners.Cohort cohort = learners.enrolled(FEW);
        MessageListenerContainer recorder = system.listener("notifier-service");
        recorder.stop();
        String id = api.start(Csv.file().rows(cohort, 1, FEW).bytes(), false);
        Awaitility.await().until(() -> outcomesOnTopic(id) == FEW);

        topics.deleteAll(Topics.OUTCOMES);
        recorder.start();

        assertThat(api.awaitEnd(id).path("succeeded").asInt()).isEqualTo(FEW);
    }

    private int outcomesOnTopic(String id) {
        return records(Topics.OUTCOMES, id).size();
    }

    private int rowsOnTopic(String id) {
        return records(Topics.ROWS, id).size();
    }

    private long rowsEverPublished() {
        return topics.everPublished(Topics.ROWS);
    }

    private void republish(String topic, String id) {
        for (ConsumerRecord<String, byte[]> one : records(topic, id)) {
            topics.send(new ProducerRecord<>(topic, null, one.key(), one.value(), one.headers()));
        }
    }

    /** As a service would that writes such a body. */
    private void sendSigned(ConsumerRecord<String, byte[]> one, byte[] body) {
        ProducerRecord<String, byte[]> other =
                new ProducerRecord<>(one.topic(), null, one.key(), body, one.headers());
        TestRecordKey.sign(other);
        topics.send(other);
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic, String importId) {
        return topics.records(topic).stream().filter(one -> isAbout(importId, one)).toList();
    }

    private static boolean isAbout(String importId, ConsumerRecord<String, byte[]> one) {
        return new String(one.headers().lastHeader("ce_subject").value(), StandardCharsets.UTF_8)
                .startsWith(importId);
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
