package org.unenrol.guarantees.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.system.Broker;
import org.unenrol.test.kafka.TestRecordKey;

/**
 * Sends messages again, in another order and as another version would, spoils them, deletes them.
 */
public final class Redelivery {

    private static final byte[] KEY = {1};
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final List<String> GARBAGE =
            List.of(
                    "null",
                    "[]",
                    "{}",
                    "17",
                    "\"row\"",
                    "{\"importId\":null}",
                    "{\"importId\":\"" + NOBODY + "\"}",
                    "{\"importId\":\""
                            + NOBODY
                            + "\",\"row\":0,\"mode\":\"APPLY\",\"code\":\"UNENROLLED\"}",
                    "{\"row\":{\"row\":{\"row\":1}}}",
                    "[".repeat(2_000) + "]".repeat(2_000));

    private static final String LATER_VERSION =
            "{\"importId\":\"" + NOBODY + "\",\"row\":1,\"mode\":\"LATER\",\"code\":\"LATER\"}";

    private final Broker broker;
    private final Map<TopicPartition, Long> from = new HashMap<>();
    private final Random random = new Random(1);

    public Redelivery(Broker broker) {
        this.broker = broker;
    }

    /** Remembers where a topic ends now: what comes later can be repeated. */
    public void follow(String topic) throws Exception {
        from.putAll(ends(topic));
    }

    /** Goes back in a topic, so that the last so many records of each partition can be repeated. */
    public Redelivery recent(String topic, int records) throws Exception {
        Map<TopicPartition, Long> begins = offsets(topic, OffsetSpec.earliest());
        ends(topic)
                .forEach(
                        (part, end) ->
                                from.put(
                                        part,
                                        Math.max(begins.getOrDefault(part, 0L), end - records)));
        return this;
    }

    /** Lets a group, all of whose members are gone, begin from the start. */
    public void resetOffsets(String group) throws Exception {
        try (Admin admin = broker.admin()) {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            Map<TopicPartition, OffsetAndMetadata> begins = new HashMap<>();
            offsets("unenrolment.rows", OffsetSpec.earliest())
                    .forEach((part, begin) -> begins.put(part, new OffsetAndMetadata(begin)));
            admin.alterConsumerGroupOffsets(group, begins).all().get();
        }
    }

    /** Publishes everything since once more, shuffled, some of it as another version writes it. */
    public void repeatShuffled() {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(recorded());
        Collections.shuffle(all, random);
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (ConsumerRecord<byte[], byte[]> one : all) {
                Future<RecordMetadata> unused = producer.send(otherVersion(one));
            }
            producer.flush();
        }
    }

    /** A version that writes a field more, which ours does not know. */
    private ProducerRecord<byte[], byte[]> otherVersion(ConsumerRecord<byte[], byte[]> one) {
        String body = new String(one.value(), StandardCharsets.UTF_8);
        boolean other = random.nextInt(4) == 0 && body.endsWith("}");
        String written =
                other ? body.substring(0, body.length() - 1) + ",\"since\":{\"version\":2}}" : body;
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(
                        one.topic(),
                        null,
                        one.key(),
                        written.getBytes(StandardCharsets.UTF_8),
                        one.headers());
        if (other) {
            TestRecordKey.signBytes(again);
        }
        return again;
    }

    /** Returns everything since. */
    List<ConsumerRecord<byte[], byte[]>> records() {
        return recorded();
    }

    /** Publishes records once more, as they are. */
    void send(List<ConsumerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (ConsumerRecord<byte[], byte[]> one : records) {
                Future<RecordMetadata> unused =
                        producer.send(
                                new ProducerRecord<>(
                                        one.topic(), null, one.key(), one.value(), one.headers()));
            }
            producer.flush();
        }
    }

    /**
     * Publishes JSON, signed as a service would, that is neither a row nor an outcome, in the words
     * of a version that nobody knows, too.
     *
     * @return how many records have to be set aside
     */
    public int garbage(String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (String body : GARBAGE) {
                producer.send(signed(topic, body.getBytes(StandardCharsets.UTF_8))).get();
            }
            producer.send(signed(topic, null)).get();
            producer.send(signed(topic, LATER_VERSION.getBytes(StandardCharsets.UTF_8))).get();
        }
        return GARBAGE.size() + 1;
    }

    private static ProducerRecord<byte[], byte[]> signed(String topic, byte @Nullable [] body) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, KEY, body);
        TestRecordKey.signBytes(record);
        return record;
    }

    /** Waits until a group has read all that is on a topic now. */
    public void awaitRead(String topic, String group) throws Exception {
        Map<TopicPartition, Long> ends = ends(topic);
        Awaitility.await(group + " has read " + topic)
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            Map<TopicPartition, OffsetAndMetadata> read = committed(group);
                            return ends.entrySet().stream()
                                    .allMatch(
                                            end ->
                                                    end.getValue() == 0
                                                            || (read.containsKey(end.getKey())
                                                                    && read.get(end.getKey())
                                                                                    .offset()
                                                                            >= end.getValue()));
                        });
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) throws Exception {
        try (Admin admin = broker.admin()) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        }
    }

    /** Counts the records that a topic has ever had. */
    public long published(String topic) throws Exception {
        return ends(topic).values().stream().mapToLong(end -> end).sum();
    }

    /**
     * Publishes a record, signed as a service would, that nobody can read, nor tell what it is
     * about.
     */
    public void poison(String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.send(signed(topic, new byte[] {1, 2, 3})).get();
        }
    }

    public void deleteAll(String topic) throws Exception {
        try (Admin admin = broker.admin()) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            ends(topic).forEach((part, end) -> all.put(part, RecordsToDelete.beforeOffset(end)));
            admin.deleteRecords(all).all().get();
        }
    }

    private Map<TopicPartition, Long> ends(String topic) throws Exception {
        return offsets(topic, OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> offsets(String topic, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin()) {
            int partitions =
                    admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .values()
                            .iterator()
                            .next()
                            .partitions()
                            .size();
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            for (int i = 0; i < partitions; i++) {
                wanted.put(new TopicPartition(topic, i), which);
            }
            Map<TopicPartition, Long> found = new HashMap<>();
            admin.listOffsets(wanted)
                    .all()
                    .get()
                    .forEach((part, offset) -> found.put(part, offset.offset()));
            return found;
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> recorded() {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
            while (from.keySet().stream()
                    .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
