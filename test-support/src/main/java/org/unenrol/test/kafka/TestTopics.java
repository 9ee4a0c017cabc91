package org.unenrol.test.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics of a broker.
 *
 * @param client further settings of its clients, such as credentials
 */
public record TestTopics(String bootstrapServers, Map<String, String> client) {

    /** Those of a broker that answers anybody. */
    public TestTopics(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    /**
     * Sends a record that is signed as a service would, and waits until it is there.
     *
     * @param body null for a record without one
     * @param subject the header that tells whom the record is about; null for none
     */
    public void send(String topic, @Nullable String body, @Nullable String subject) {
        ProducerRecord<String, byte[]> sent = unsigned(topic, body, subject);
        TestRecordKey.sign(sent);
        send(sent);
    }

    /** A record that nobody has signed. */
    public static ProducerRecord<String, byte[]> unsigned(
            String topic, @Nullable String body, @Nullable String subject) {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic, "key", bytes);
        if (subject != null) {
            sent.headers().add("ce_subject", subject.getBytes(StandardCharsets.UTF_8));
        }
        return sent;
    }

    /** Sends a record as it is and waits until it is there. */
    public void send(ProducerRecord<String, byte[]> record) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        settings(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the bodies of all records of a topic. */
    public List<String> bodies(String topic) {
        return records(topic).stream()
                .map(one -> one.value() == null ? "" : text(one.value()))
                .toList();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Reads all records of a topic. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Counts the records that a topic has ever had. */
    public long everPublished(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic)).values().stream()
                    .mapToLong(end -> end)
                    .sum();
        }
    }

    /** Deletes all records of a topic. */
    public void deleteAll(String topic) {
        try (Admin admin = Admin.create(settings());
                KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            partitions(consumer, topic)
                    .forEach(one -> all.put(one, RecordsToDelete.beforeOffset(-1)));
            admin.deleteRecords(all).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                settings(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
    }

    /** Counts the records that a group has not come to. */
    public long lagOf(String group) {
        try (Admin admin = Admin.create(settings());
                KafkaConsumer<String, byte[]> consumer = consumer()) {
            var committed =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            var ends = consumer.endOffsets(committed.keySet());
            return committed.entrySet().stream()
                    .mapToLong(one -> ends.getOrDefault(one.getKey(), 0L) - one.getValue().offset())
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> all = new HashMap<>(client);
        all.put("bootstrap.servers", bootstrapServers);
        return all;
    }
}
