package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.model.Topics;
import org.unenrol.test.kafka.TestRecordKey;
import org.unenrol.test.kafka.TestTopics;

/** A listener of an internal topic to which somebody else writes too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BelievedRecordsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LocalKafka kafka;
    private ConfigurableApplicationContext service;
    private TestTopics topics;

    @BeforeAll
    void start(@TempDir Path folder) {
        kafka = LocalKafka.start(folder, 0);
        topics = new TestTopics(kafka.bootstrapServers());
        service =
                new SpringApplicationBuilder(Service.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                TestRecordKey.argument(),
                                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers());
    }

    @AfterAll
    void stop() {
        service.close();
        kafka.close();
    }

    @ExtendWith(OutputCaptureExtension.class)
    @Test
    void setsAsideWhatNoServiceHasSignedAndHandlesTheRest(CapturedOutput output) {
        IntStream.range(0, 5)
                .forEach(i -> topics.send(TestTopics.unsigned(Topics.ROWS, "a secret " + i, null)));
        topics.send(Topics.ROWS, "ours", null);
        ProducerRecord<String, byte[]> moved = TestTopics.unsigned(Topics.OUTCOMES, "moved", null);
        TestRecordKey.sign(moved);
        topics.send(
                new ProducerRecord<>(
                        Topics.ROWS, null, moved.key(), moved.value(), moved.headers()));
        topics.send(Topics.ROWS, "ours, too", null);

        Reader reader = service.getBean(Reader.class);
        await().atMost(PATIENCE).until(() -> reader.bodies.size() == 2);
        await().atMost(PATIENCE).until(() -> topics.lagOf("reader") == 0);
        assertThat(reader.bodies).containsExactly("ours", "ours, too");
        assertThat(reader.setAside).isEmpty();
        assertThat(topics.records(Topics.deadLettersOf(Topics.ROWS)))
                .extracting(one -> header(one, "dlt_failure"))
                .containsOnly("FORGED/UNSIGNED", "FORGED/WRONG_SIGNATURE")
                .hasSize(6);
        assertThat(forged("UNSIGNED")).isEqualTo(5);
        assertThat(forged("WRONG_SIGNATURE")).isEqualTo(1);
        assertThat(service.getBean(ListenerHealth.class).health().getStatus()).isEqualTo(Status.UP);
        assertThat(output).contains("no service has signed them").doesNotContain("a secret");
    }

    private double forged(String reason) {
        return service.getBean(MeterRegistry.class)
                .get("unenrol.records.forged")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static String header(ConsumerRecord<String, byte[]> one, String name) {
        return new String(one.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** For records of topics that are not internal. */
    static BelievedRecords believingAll() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        RecordSignatures signatures = RecordSignatures.with("test", TestRecordKey.secret());
        KafkaTemplate<String, byte[]> nowhere =
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of()));
        return new BelievedRecords(
                signatures,
                new DeadLetters(new MessagePublisher(nowhere, signatures), meters),
                meters);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @Import({MessagingConfiguration.class, Reader.class})
    static class Service {}

    static class Reader {

        private final List<String> bodies = new CopyOnWriteArrayList<>();
        private final List<String> setAside = new CopyOnWriteArrayList<>();
        private final BatchHandling handling;

        Reader(BatchHandlings handlings) {
            handling =
                    handlings.of(
                            this::read, (one, failure) -> setAside.add(text(one)), () -> 1_000);
        }

        @KafkaListener(id = "reader", topics = Topics.ROWS)
        void on(List<ConsumerRecord<String, byte[]>> records) {
            handling.handle(records);
        }

        private void read(List<ConsumerRecord<String, byte[]>> records) {
            records.forEach(one -> bodies.add(text(one)));
        }

        private static String text(ConsumerRecord<String, byte[]> one) {
            return new String(one.value(), StandardCharsets.UTF_8);
        }
    }
}
