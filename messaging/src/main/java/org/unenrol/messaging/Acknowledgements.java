package org.unenrol.messaging;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;

/** The broker's answers to a number of records, waited for together. */
final class Acknowledgements implements Callback {

    /** Above the producer's own delivery time-out, which reports the cause. */
    private static final long SECONDS = 150;

    private final CountDownLatch open;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Acknowledgements(int records) {
        open = new CountDownLatch(records);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception != null) {
            failure.compareAndSet(null, exception);
        }
        open.countDown();
    }

    /**
     * Returns when every record is acknowledged.
     *
     * @throws KafkaException when one is not
     */
    void await() {
        try {
            if (!open.await(SECONDS, TimeUnit.SECONDS)) {
                throw new KafkaException("not acknowledged in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for acknowledgements", e);
        }
        Exception cause = failure.get();
        if (cause != null) {
            throw new KafkaException("not acknowledged", cause);
        }
    }
}
