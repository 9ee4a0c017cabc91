package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An acknowledged record, a committed row and an accepted mail, to be found again. */
final class Traces {

    private static final TopicPartition PARTITION = new TopicPartition("traces", 0);

    private Traces() {}

    static void leaveIn(LocalInfrastructure local) throws Exception {
        leaveRecordIn(local.kafka());
        leaveRowIn(local.postgres());
        leaveMailIn(local.mailServer());
    }

    static void assertFoundIn(LocalInfrastructure local) throws SQLException {
        assertThat(recordsIn(local.kafka())).containsExactly("a record");
        assertThat(rowsIn(local.postgres())).containsExactly("a row");
        assertThat(local.mailServer().mailbox().messages())
                .extracting(ReceivedMail::subject)
                .containsExactly("a mail");
    }

    static void leaveRecordIn(LocalKafka kafka) throws ExecutionException, InterruptedException {
        Map<String, Object> servers = client(kafka);
        try (Admin admin = Admin.create(servers);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(
                                servers, new StringSerializer(), new StringSerializer())) {
            NewTopic topic = new NewTopic(PARTITION.topic(), 1, (short) 1);
            admin.createTopics(List.of(topic)).all().get();
            producer.send(new ProducerRecord<>(PARTITION.topic(), "a record")).get();
        }
    }

    static List<String> recordsIn(LocalKafka kafka) {
        Map<String, Object> settings = client(kafka);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            List<String> values = new ArrayList<>();
            for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofSeconds(20))) {
                values.add(found.value());
            }
            return values;
        }
    }

    private static Map<String, Object> client(LocalKafka kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.clientSettings());
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    static void leaveRowIn(LocalPostgres postgres) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table traces (value text)");
            statement.execute("insert into traces values ('a row')");
        }
    }

    static List<String> rowsIn(LocalPostgres postgres) throws SQLException {
        return Sql.strings(postgres, "select value from traces");
    }

    static void leaveMailIn(LocalMailServer server) throws MessagingException {
        Mails.send(server, Mails.mail("a mail", "Hello"));
    }
}
