package org.unenrol.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An upstream system by somebody who has read {@code docs/asyncapi.yaml} and its schemas, and has
 * never seen the product: it publishes requests, and keeps what it is told of requests and imports.
 */
final class Stranger implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SOURCE = "hr";
    private static final String REPLIES = "unenrolment.replies." + SOURCE;
    private static final String EVENTS = "unenrolment.import-events";
    private static final Set<String> ENDS =
            Set.of(
                    "org.unenrol.import.refused",
                    "org.unenrol.import.completed",
                    "org.unenrol.import.cancelled",
                    "org.unenrol.import.failed");

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<Told>> ofRequests = new LinkedHashMap<>();
    private final Map<String, List<Told>> ofImports = new LinkedHashMap<>();

    /** Takes the broker, and hears of all that there is from now on. */
    Stranger(String bootstrapServers) {
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : List.of(REPLIES, EVENTS)) {
            consumer.partitionsFor(topic)
                    .forEach(one -> all.add(new TopicPartition(topic, one.partition())));
        }
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    /**
     * A message that was read.
     *
     * @param type of the event
     * @param data of the event
     */
    record Told(String type, JsonNode data) {}

    /** Publishes a request, or a part of one, in binary content mode. */
    void ask(String requestId, String type, String data) throws Exception {
        ProducerRecord<String, String> record =
                new ProducerRecord<>("unenrolment.requests." + SOURCE, requestId, data);
        record.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
        record.headers().add("ce_type", type.getBytes(UTF_8));
        producer.send(record).get();
    }

    /** Listens until a request has been answered to its end, and returns its answers in order. */
    List<Told> answersTo(String requestId) {
        listenUntil(() -> told(requestId).stream().anyMatch(one -> ENDS.contains(one.type())));
        return told(requestId);
    }

    /** Listens until a request has become an import, and returns the id of that. */
    String importOf(String requestId) {
        listenUntil(() -> !told(requestId).isEmpty());
        return told(requestId).get(0).data().path("importId").stringValue();
    }

    /** Listens until an import has ended, and returns the facts about it in order. */
    List<Told> factsOf(String importId) {
        listenUntil(() -> facts(importId).stream().anyMatch(one -> ENDS.contains(one.type())));
        return facts(importId);
    }

    private List<Told> told(String requestId) {
        return ofRequests.getOrDefault(requestId, List.of());
    }

    private List<Told> facts(String importId) {
        return ofImports.getOrDefault(importId, List.of());
    }

    private void listenUntil(BooleanSupplier satisfied) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!satisfied.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("told no more than " + ofRequests.keySet());
            }
            consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
        }
    }

    /** Drops what it has seen: the same fact has the same id. */
    private void hear(ConsumerRecord<String, String> record) {
        if (!seen.add(record.topic() + " " + header(record, "ce_id"))) {
            return;
        }
        Told told = new Told(header(record, "ce_type"), JSON.readTree(record.value()));
        Map<String, List<Told>> all = record.topic().equals(EVENTS) ? ofImports : ofRequests;
        all.computeIfAbsent(record.key(), first -> new ArrayList<>()).add(told);
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
