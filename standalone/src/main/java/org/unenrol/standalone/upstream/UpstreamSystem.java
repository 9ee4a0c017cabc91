package org.unenrol.standalone.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.unenrol.model.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An upstream system that publishes events and prints the replies to them until all have ended. */
public final class UpstreamSystem {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> ENDS = Set.of("refused", "completed", "cancelled", "failed");

    private final Map<String, Object> broker;
    private final String source;
    private final PrintStream out;

    /**
     * Makes a system that is one source.
     *
     * @param settings that clients need beside the broker's addresses
     */
    public UpstreamSystem(
            String bootstrapServers, Map<String, String> settings, String source, PrintStream out) {
        this.broker = new HashMap<>(settings);
        broker.put("bootstrap.servers", bootstrapServers);
        this.source = source;
        this.out = out;
    }

    /**
     * Publishes events and prints the replies.
     *
     * @param events a CloudEvent in structured mode, or an array of them, in JSON
     * @return whether every request has been answered to its end
     */
    public boolean publish(String events) {
        try (KafkaConsumer<String, String> replies =
                        new KafkaConsumer<>(
                                broker, new StringDeserializer(), new StringDeserializer());
                KafkaProducer<String, String> requests =
                        new KafkaProducer<>(
                                broker, new StringSerializer(), new StringSerializer())) {
            followReplies(replies);
            Set<String> open = new HashSet<>();
            JsonNode read = JSON.readTree(events);
            for (JsonNode event : read.isArray() ? List.copyOf(read.values()) : List.of(read)) {
                String requestId = event.path("data").path("requestId").asString("");
                Future<?> unused = requests.send(requestOf(requestId, event));
                open.add(requestId);
            }
            requests.flush();
            return awaitEnds(replies, open);
        }
    }

    private ProducerRecord<String, String> requestOf(String requestId, JsonNode event) {
        ProducerRecord<String, String> request =
                new ProducerRecord<>(
                        Topics.requestsOf(source), requestId, JSON.writeValueAsString(event));
        request.headers().add("content-type", "application/cloudevents+json".getBytes(UTF_8));
        return request;
    }

    private void followReplies(KafkaConsumer<String, String> replies) {
        String topic = Topics.repliesTo(source);
        List<TopicPartition> partitions =
                replies.partitionsFor(topic).stream()
                        .map(one -> new TopicPartition(topic, one.partition()))
                        .toList();
        replies.assign(partitions);
        replies.seekToEnd(partitions);
        partitions.forEach(replies::position);
    }

    private boolean awaitEnds(KafkaConsumer<String, String> replies, Set<String> open) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!open.isEmpty() && Instant.now().isBefore(end)) {
            for (ConsumerRecord<String, String> reply : replies.poll(Duration.ofMillis(200))) {
                String type = typeOf(reply);
                out.println(type + " " + reply.value());
                if (ENDS.contains(type.substring(type.lastIndexOf('.') + 1))) {
                    open.remove(reply.key());
                }
            }
        }
        return open.isEmpty();
    }

    private static String typeOf(ConsumerRecord<String, String> reply) {
        Header type = reply.headers().lastHeader("ce_type");
        return type == null ? "" : new String(type.value(), UTF_8);
    }
}
