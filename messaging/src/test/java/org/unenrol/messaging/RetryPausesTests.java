package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.util.backoff.BackOffExecution;

class RetryPausesTests {

    private final RetryPauses pauses = new RetryPauses();

    @Test
    void growToTenSecondsAndNeverEnd() {
        BackOffExecution execution = pauses.start();

        assertThat(LongStream.generate(execution::nextBackOff).limit(1_000).boxed().toList())
                .startsWith(200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 10_000L)
                .endsWith(10_000L);
    }

    @Test
    void areLeftOutWhereABatchWasOnlyNotFinished() {
        BackOffExecution execution = pauses.start();
        pauses.failedDelivery(
                batch(),
                new ListenerExecutionFailedException("", new UnfinishedBatchException(1, 2)),
                2);
        assertThat(execution.nextBackOff()).isZero();

        pauses.failedDelivery(batch(), new IllegalStateException(), 3);
        assertThat(execution.nextBackOff()).isEqualTo(200);
        assertThat(pauses.start().nextBackOff()).isEqualTo(200);
    }

    private static ConsumerRecords<String, byte[]> batch() {
        ConsumerRecord<String, byte[]> one = new ConsumerRecord<>("rows", 0, 0, "", new byte[0]);
        return new ConsumerRecords<>(Map.of(new TopicPartition("rows", 0), List.of(one)), Map.of());
    }
}
