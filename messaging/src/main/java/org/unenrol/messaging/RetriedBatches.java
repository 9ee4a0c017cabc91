package org.unenrol.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RetryListener;

/**
 * Knows the partitions whose records have failed again and again for two minutes, as when somebody
 * holds a lock that they need. Two minutes after the last failure they are forgotten.
 */
final class RetriedBatches implements RetryListener {

    private static final Duration WHILE = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Map<TopicPartition, Failures> failing = new ConcurrentHashMap<>();

    RetriedBatches(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void failedDelivery(
            ConsumerRecord<?, ?> received, @Nullable Exception failure, int attempt) {
        note(new TopicPartition(received.topic(), received.partition()));
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> received, Exception failure, int attempt) {
        if (!UnfinishedBatchException.isCauseOf(failure)) {
            received.partitions().forEach(this::note);
        }
    }

    private void note(TopicPartition partition) {
        Instant now = clock.instant();
        failing.compute(
                partition,
                (one, before) ->
                        before == null || before.areOver(now)
                                ? new Failures(now, now)
                                : new Failures(before.first(), now));
    }

    /** The partitions on which nothing has gone on for long. */
    List<String> stuck() {
        Instant now = clock.instant();
        failing.values().removeIf(one -> one.areOver(now));
        return failing.entrySet().stream()
                .filter(one -> !one.getValue().first().isAfter(now.minus(WHILE)))
                .map(one -> one.getKey().toString())
                .sorted()
                .toList();
    }

    private record Failures(Instant first, Instant last) {

        boolean areOver(Instant now) {
            return last.isBefore(now.minus(WHILE));
        }
    }
}
