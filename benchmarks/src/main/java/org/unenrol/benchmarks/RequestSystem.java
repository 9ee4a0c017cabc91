package org.unenrol.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.unenrol.infrastructure.LocalKafka;

/** An upstream system that publishes requests and waits for the last answer to each. */
final class RequestSystem implements AutoCloseable {

    private static final String TOPIC = "unenrolment.replies." + EventRequest.SOURCE;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, String> consumer;
    private final Set<String> completed = new HashSet<>();
    private final AtomicLong answers = new AtomicLong();

    RequestSystem(LocalKafka kafka) {
        Map<String, Object> broker = new HashMap<>(kafka.clientSettings());
        broker.put("bootstrap.servers", kafka.bootstrapServers());
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> parts =
                consumer.partitionsFor(TOPIC).stream()
                        .map(one -> new TopicPartition(TOPIC, one.partition()))
                        .toList();
        consumer.assign(parts);
        consumer.seekToEnd(parts);
        parts.forEach(consumer::position);
    }

    /** Publishes a request, and returns when the broker has all of it. */
    void publish(EventRequest request) {
        Future<?> last = null;
        for (var records = request.records(); records.hasNext(); ) {
            last = producer.send(records.next());
        }
        producer.flush();
        try {
            if (last != null) {
                last.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads answers until a request is completed; returns when the last of them was read. */
    void awaitCompleted(String requestId) {
        long begin = System.nanoTime();
        while (!isCompleted(requestId)) {
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new IllegalStateException(requestId + " is not answered");
            }
        }
    }

    /** Reads what there is, and tells whether a request is completed. */
    boolean isCompleted(String requestId) {
        for (ConsumerRecord<String, String> answer : consumer.poll(POLL)) {
            answers.incrementAndGet();
            String type = new String(answer.headers().lastHeader("ce_type").value(), UTF_8);
            if (type.endsWith("import.refused")) {
                throw new IllegalStateException(answer.value());
            }
            if (type.endsWith("import.completed")) {
                completed.add(answer.key());
            }
        }
        return completed.contains(requestId);
    }

    /** From its publication until its last answer is read. */
    Duration run(EventRequest request) {
        long begin = System.nanoTime();
        publish(request);
        awaitCompleted(request.requestId());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Counts the answers that were read. */
    long answers() {
        return answers.get();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
