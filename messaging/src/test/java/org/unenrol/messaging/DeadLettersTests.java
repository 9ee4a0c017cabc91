package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.test.kafka.TestRecordKey;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersTests {

    /** Slightly less than the most that a producer sends by default. */
    private static final int ALMOST_TOO_LARGE = 1_048_300;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private LocalKafka kafka;
    private DefaultKafkaProducerFactory<String, byte[]> producers;
    private DeadLetters deadLetters;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        kafka = LocalKafka.start(folder, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic("small-dlt", 1, (short) 1),
                                    new NewTopic("large-dlt", 1, (short) 1)))
                    .all()
                    .get();
        }
        producers = producers(kafka.bootstrapServers());
        deadLetters = deadLetters(producers);
    }

    @AfterAll
    void stop() {
        producers.destroy();
        kafka.close();
    }

    @Test
    void keepsACopyWithWhereItStoodAndWhatWentWrong() {
        ConsumerRecord<String, byte[]> original =
                new ConsumerRecord<>("small", 3, 17, "key", new byte[] {1, 2});
        original.headers().add("ce_subject", "about".getBytes(StandardCharsets.UTF_8));

        deadLetters.keep(original, new IllegalStateException("a secret"));

        ConsumerRecord<String, byte[]> copy = kept("small-dlt");
        assertThat(copy.key()).isEqualTo("key");
        assertThat(copy.value()).containsExactly(1, 2);
        assertThat(header(copy, "ce_subject")).isEqualTo("about");
        assertThat(header(copy, "dlt_position")).isEqualTo("small-3@17");
        assertThat(header(copy, "dlt_failure")).isEqualTo("java.lang.IllegalStateException");
        assertThat(meters.get("unenrol.dead.letters").counter().count()).isPositive();
    }

    @Test
    void keepsTheFactWhereTheCopyIsTooLarge() {
        ConsumerRecord<String, byte[]> original =
                new ConsumerRecord<>("large", 3, 17, "key", new byte[ALMOST_TOO_LARGE]);
        original.headers().add("ce_subject", new byte[200]);

        deadLetters.keep(original, new IllegalStateException());

        ConsumerRecord<String, byte[]> fact = kept("large-dlt");
        assertThat(fact.value()).isEmpty();
        assertThat(header(fact, "dlt_left_out")).isNotNull();
        assertThat(header(fact, "dlt_position")).isEqualTo("large-3@17");
    }

    @Test
    void throwsWhereTheBrokerIsAway() {
        DefaultKafkaProducerFactory<String, byte[]> nowhere = producers("localhost:1");

        assertThatThrownBy(
                        () ->
                                deadLetters(nowhere)
                                        .keep(
                                                new ConsumerRecord<>("a", 0, 0, "", new byte[0]),
                                                new IllegalStateException()))
                .satisfies(failure -> assertThat(Cause.of(failure)).isEqualTo(Cause.TRANSIENT));
        nowhere.destroy();
    }

    private DeadLetters deadLetters(DefaultKafkaProducerFactory<String, byte[]> factory) {
        return new DeadLetters(
                new MessagePublisher(
                        new KafkaTemplate<>(factory),
                        RecordSignatures.with("test", TestRecordKey.secret())),
                meters);
    }

    private static DefaultKafkaProducerFactory<String, byte[]> producers(String servers) {
        return new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", servers, "max.block.ms", 1_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static String header(ConsumerRecord<String, byte[]> one, String name) {
        return new String(one.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private ConsumerRecord<String, byte[]> kept(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (found.isEmpty()) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found.get(0);
        }
    }
}
