package org.unenrol.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.model.Topics;

/**
 * Keeps copies of records that could not be processed, on the dead-letter topic of their own topic,
 * with where they stood and what went wrong: the class of the failure, or why they are not
 * believed.
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
        keep(original, failure.getClass().getName());
        log.error("record {} was set aside: {}", position(original), failure.getClass().getName());
    }

    /**
     * Keeps records that no service has signed, all at once, however many somebody has sent.
     *
     * @throws RuntimeException when the broker cannot be reached
     */
    void keep(List<ForgedRecord> forged) {
        if (isKept(forged.stream().map(DeadLetters::copy).toList())) {
            count.increment(forged.size());
        } else {
            forged.forEach(one -> keep(one.received(), reason(one)));
        }
        ForgedRecord first = forged.get(0);
        log.error(
                "{} records from {} on were set aside, as no service has signed them: {}",
                forged.size(),
                position(first.received()),
                first.forgery());
    }

    private void keep(ConsumerRecord<String, byte[]> original, String failure) {
        if (!isKept(List.of(copy(original, failure)))) {
            ProducerRecord<String, byte[]> fact =
                    new ProducerRecord<>(Topics.deadLettersOf(original.topic()), new byte[0]);
            addHeader(fact, "dlt_left_out", original.serializedValueSize() + " bytes");
            isKept(List.of(labelled(fact, original, failure)));
        }
        count.increment();
    }

    private boolean isKept(List<ProducerRecord<String, byte[]>> copies) {
        try {
            publisher.publishCopies(copies);
            return true;
        } catch (RuntimeException e) {
            if (Cause.of(e) == Cause.TRANSIENT) {
                throw e;
            }
            return false;
        }
    }

    private static ProducerRecord<String, byte[]> copy(ForgedRecord forged) {
        return copy(forged.received(), reason(forged));
    }

    private static String reason(ForgedRecord forged) {
        return "FORGED/" + forged.forgery();
    }

    private static ProducerRecord<String, byte[]> copy(
            ConsumerRecord<String, byte[]> original, String failure) {
        return labelled(
                new ProducerRecord<>(
                        Topics.deadLettersOf(original.topic()),
                        null,
                        original.key(),
                        original.value(),
                        original.headers()),
                original,
                failure);
    }

    private static ProducerRecord<String, byte[]> labelled(
            ProducerRecord<String, byte[]> copy,
            ConsumerRecord<String, byte[]> original,
            String failure) {
        addHeader(copy, "dlt_position", position(original));
        addHeader(copy, "dlt_failure", failure);
        return copy;
    }

    private static String position(ConsumerRecord<String, byte[]> original) {
        return original.topic() + "-" + original.partition() + "@" + original.offset();
    }

    private static void addHeader(ProducerRecord<String, byte[]> copy, String name, String value) {
        copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
