package org.unenrol.guarantees.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.unenrol.guarantees.check.RequestEvidence.Reply;

/** The topic on which an upstream system is answered, read from its beginning to its end. */
record ReplyTopic(String broker, String source) {

    /** The replies by the id of their request, in the order in which they stand there. */
    Map<String, List<Reply>> byRequest() {
        Map<String, List<Reply>> all = new HashMap<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> parts = parts(consumer);
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (parts.stream().anyMatch(one -> consumer.position(one) < end(ends, one))) {
                for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofMillis(200))) {
                    all.computeIfAbsent(one.key(), first -> new ArrayList<>()).add(reply(one));
                }
            }
        }
        return all;
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition part) {
        return ends.getOrDefault(part, 0L);
    }

    private List<TopicPartition> parts(KafkaConsumer<String, String> consumer) {
        String topic = "unenrolment.replies." + source;
        return consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
    }

    private static Reply reply(ConsumerRecord<String, String> one) {
        return new Reply(
                header(one, "ce_id"),
                header(one, "ce_type"),
                one.value(),
                Instant.ofEpochMilli(one.timestamp()));
    }

    private static String header(ConsumerRecord<String, String> one, String name) {
        Header header = one.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
