package org.unenrol.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Pauses before a batch comes again, without end: growing ones, of up to ten seconds, after
 * failures, and none where the batch was only not finished. What failed is told by the thread that
 * retries.
 */
final class RetryPauses implements BackOff, RetryListener {

    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 10_000;

    @SuppressWarnings("ThreadLocalUsage") // each listener has its own
    private final ThreadLocal<Boolean> isUnfinished = ThreadLocal.withInitial(() -> false);

    private final ExponentialBackOff growing = new ExponentialBackOff(FIRST_MILLIS, 2);

    RetryPauses() {
        growing.setMaxInterval(LONGEST_MILLIS);
    }

    @Override
    public BackOffExecution start() {
        BackOffExecution failures = growing.start();
        isUnfinished.remove();
        return () -> isUnfinished.get() ? 0 : failures.nextBackOff();
    }

    @Override
    public void failedDelivery(
            ConsumerRecord<?, ?> received, @Nullable Exception failure, int attempt) {
        isUnfinished.set(false);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> received, Exception failure, int attempt) {
        isUnfinished.set(UnfinishedBatchException.isCauseOf(failure));
    }
}
