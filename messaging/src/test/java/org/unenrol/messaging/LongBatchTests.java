package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.test.kafka.TestRecordKey;

/** A batch that takes three times as long as a consumer may be silent. */
class LongBatchTests {

    private static final String TOPIC = "long";
    private static final int RECORDS = 90;
    private static final int MILLIS_EACH = 100;
    private static final int SILENCE_MILLIS = 3_000;

    @Test
    void isHandledOnceAndKeepsItsPlaceInTheGroup(@TempDir Path folder) throws Exception {
        try (LocalKafka kafka = LocalKafka.start(folder, 0);
                ConfigurableApplicationContext service = service(kafka)) {
            create(kafka);
            send(service);
            service.getBean(KafkaListenerEndpointRegistry.class)
                    .getListenerContainer("slow")
                    .start();
            Slow slow = service.getBean(Slow.class);

            await().atMost(Duration.ofMinutes(1)).until(() -> committed(kafka) == RECORDS);

            assertThat(slow.handled).hasSize(RECORDS);
            assertThat(slow.handled.values()).allSatisfy(times -> assertThat(times).hasValue(1));
            assertThat(service.getBean(RetriedBatches.class).stuck()).isEmpty();
        }
    }

    private static ConfigurableApplicationContext service(LocalKafka kafka) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(
                        TestRecordKey.argument(),
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "--spring.kafka.consumer.properties.session.timeout.ms="
                                + 2 * SILENCE_MILLIS,
                        "--spring.kafka.consumer.properties.max.poll.interval.ms="
                                + SILENCE_MILLIS);
    }

    private static void create(LocalKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    @SuppressWarnings("unchecked") // the template of MessagingConfiguration
    private static void send(ConfigurableApplicationContext service) {
        KafkaTemplate<String, byte[]> template = service.getBean(KafkaTemplate.class);
        IntStream.range(0, RECORDS)
                .mapToObj(i -> template.send(new ProducerRecord<>(TOPIC, 0, "key", new byte[1])))
                .toList()
                .forEach(sent -> assertThat(sent).succeedsWithin(Duration.ofSeconds(20)));
    }

    private static long committed(LocalKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            OffsetAndMetadata offset =
                    admin.listConsumerGroupOffsets("slow")
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .get(new TopicPartition(TOPIC, 0));
            return offset == null ? 0 : offset.offset();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @Import({MessagingConfiguration.class, Slow.class})
    static class Service {}

    static class Slow {

        private final Map<Long, AtomicInteger> handled = new ConcurrentHashMap<>();
        private final BatchHandling handling;

        Slow(BatchHandlings handlings) {
            handling = handlings.of(this::handle, (one, failure) -> {}, () -> 2);
        }

        @KafkaListener(id = "slow", topics = TOPIC, autoStartup = "false")
        void on(List<ConsumerRecord<String, byte[]>> records) {
            handling.handle(records);
        }

        private void handle(List<ConsumerRecord<String, byte[]>> piece) {
            try {
                Thread.sleep((long) MILLIS_EACH * piece.size());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            piece.forEach(
                    one ->
                            handled.computeIfAbsent(one.offset(), offset -> new AtomicInteger())
                                    .incrementAndGet());
        }
    }
}
