package org.unenrol.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.model.Topics;

/**
 * Keeps copies of records that could not be processed, on the dead-letter topic of their own topic,
 * with where they stood and the class of what went wrong.
 */
public final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final MessagePublisher publisher;
    private final Counter count;

    DeadLetters(MessagePublisher publisher, MeterRegistry meters) {
        this.publisher = publisher;
        this.count =
                Counter.builder("unenrol.dead.letters")
                        .description("Records that were set aside on a dead-letter topic")
                        .register(meters);
    }

    /**
     * Publishes a copy and waits until it is acknowledged. Of a record that no topic takes, as it
     * is too large with what is added, only the fact is kept.
     *
     * @throws RuntimeException when the broker cannot be reached
     */
    public void keep(ConsumerRecord<String, byte[]> original, Throwable failure) {
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(
                        Topics.deadLettersOf(original.topic()),
                        null,
                        original.key(),
                        original.value(),
                        original.headers());
        if (!isKept(signed(copy, original, failure))) {
            ProducerRecord<String, byte[]> fact =
                    new ProducerRecord<>(Topics.deadLettersOf(original.topic()), new byte[0]);
            addHeader(fact, "dlt_left_out", original.serializedValueSize() + " bytes");
            isKept(signed(fact, original, failure));
        }
        count.increment();
        log.error("record {} was set aside: {}", position(original), failure.getClass().getName());
    }

    private boolean isKept(ProducerRecord<String, byte[]> copy) {
        try {
            publisher.publish(copy);
            return true;
        } catch (RuntimeException e) {
            if (Cause.of(e) == Cause.TRANSIENT) {
                throw e;
            }
            return false;
        }
    }

    private static ProducerRecord<String, byte[]> signed(
            ProducerRecord<String, byte[]> copy,
            ConsumerRecord<String, byte[]> original,
            Throwable failure) {
        addHeader(copy, "dlt_position", position(original));
        addHeader(copy, "dlt_failure", failure.getClass().getName());
        return copy;
    }

    private static String position(ConsumerRecord<String, byte[]> original) {
        return original.topic() + "-" + original.partition() + "@" + original.offset();
    }

    private static void addHeader(ProducerRecord<String, byte[]> copy, String name, String value) {
        copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
