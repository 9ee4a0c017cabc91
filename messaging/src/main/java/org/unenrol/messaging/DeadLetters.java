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

    /** Publishes a copy and waits until it is acknowledged. */
    public void keep(ConsumerRecord<String, byte[]> original, Throwable failure) {
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(
                        Topics.deadLettersOf(original.topic()),
                        null,
                        original.key(),
                        original.value(),
                        original.headers());
        String position = original.topic() + "-" + original.partition() + "@" + original.offset();
        copy.headers().add("dlt_position", position.getBytes(StandardCharsets.UTF_8));
        copy.headers()
                .add("dlt_failure", failure.getClass().getName().getBytes(StandardCharsets.UTF_8));
        publisher.publish(copy);
        count.increment();
        log.error("record {} was set aside: {}", position, failure.getClass().getName());
    }
}
