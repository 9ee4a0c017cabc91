package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTests {

    @TempDir Path folder;

    @Test
    void makesNoTopicUnasked() throws Exception {
        try (LocalKafka kafka = LocalKafka.start(folder, 0)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> sendTo(kafka, "unasked"))
                    .withCauseInstanceOf(TimeoutException.class);
            assertThat(topics(kafka)).isEmpty();
        }
    }

    private static void sendTo(LocalKafka kafka, String topic) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 1_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "a record")).get();
        }
    }

    private static Set<String> topics(LocalKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }

    @Test
    void isFormattedOnce() throws IOException {
        LocalKafka.start(folder, 0).close();
        String clusterId = clusterId();

        LocalKafka.start(folder, 0).close();

        assertThat(clusterId()).isNotEmpty().isEqualTo(clusterId);
    }

    @Test
    void isFormattedAgainWhenACrashCutTheFormattingShort() throws IOException {
        LocalKafka.start(folder, 0).close();
        Folders.delete(folder.resolve("logs").resolve("__cluster_metadata-0"));
        Files.delete(folder.resolve("logs").resolve("meta.properties"));

        LocalKafka.start(folder, 0).close();

        assertThat(clusterId()).isNotEmpty();
    }

    private String clusterId() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("logs/meta.properties"))) {
            properties.load(in);
        }
        return properties.getProperty("cluster.id");
    }

    /** Kafka itself halts the JVM when its controller cannot listen. */
    @Test
    void failsWithoutEndingTheProcess() throws IOException {
        try (ServerSocket other =
                new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int taken = other.getLocalPort();
            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(
                            () -> LocalKafka.startServer(folder, Ports.free(), taken, Map.of()));
        }
    }
}
