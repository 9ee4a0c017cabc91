package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RetriedBatchesTests {

    private static final TopicPartition PARTITION = new TopicPartition("rows", 7);

    private Instant now = Instant.EPOCH;
    private final RetriedBatches retried = new RetriedBatches(() -> now);

    @Test
    void tellsOfAPartitionWhoseRecordsFailForLong() {
        failFor(Duration.ofSeconds(110));
        assertThat(retried.stuck()).isEmpty();

        failFor(Duration.ofSeconds(10));
        assertThat(retried.stuck()).containsExactly("rows-7");
    }

    @Test
    void forgetsAPartitionThatNoLongerFails() {
        failFor(Duration.ofMinutes(5));

        now = now.plusSeconds(121);

        assertThat(retried.stuck()).isEmpty();
        failFor(Duration.ofSeconds(100));
        assertThat(retried.stuck()).isEmpty();
    }

    @Test
    void doesNotMindABatchThatIsOnlyNotFinished() {
        for (int i = 0; i < 60; i++) {
            retried.failedDelivery(batch(), new UnfinishedBatchException(i, 60), i);
            now = now.plusSeconds(10);
        }

        assertThat(retried.stuck()).isEmpty();
    }

    private void failFor(Duration time) {
        for (long seconds = 0; seconds < time.toSeconds(); seconds += 10) {
            retried.failedDelivery(batch(), new IllegalStateException(), 1);
            now = now.plusSeconds(10);
        }
        retried.failedDelivery(batch(), new IllegalStateException(), 1);
    }

    private static ConsumerRecords<String, byte[]> batch() {
        ConsumerRecord<String, byte[]> one =
                new ConsumerRecord<>(
                        PARTITION.topic(), PARTITION.partition(), 0, "key", new byte[0]);
        return new ConsumerRecords<>(Map.of(PARTITION, List.of(one)), Map.of());
    }
}
