package org.unenrol.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.unenrol.model.CloudEvent;
import tools.jackson.databind.json.JsonMapper;

/** Publishes messages durably: what it returns from is acknowledged by all in-sync replicas. */
public final class MessagePublisher {

    /** Above the producer's own delivery time-out, which reports the cause. */
    private static final long ACKNOWLEDGEMENT_SECONDS = 150;

    private final KafkaTemplate<String, byte[]> template;
    private final JsonMapper json;

    MessagePublisher(KafkaTemplate<String, byte[]> template, JsonMapper json) {
        this.template = template;
        this.json = json;
    }

    /**
     * Publishes all messages and waits for every acknowledgement.
     *
     * @throws KafkaException when one was not acknowledged; others may have been
     */
    public void publish(List<Message> messages) {
        List<? extends CompletableFuture<?>> sent =
                messages.stream().map(message -> template.send(recordOf(message))).toList();
        await(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
    }

    void publish(ProducerRecord<String, byte[]> copy) {
        await(template.send(copy));
    }

    private ProducerRecord<String, byte[]> recordOf(Message message) {
        ProducerRecord<String, byte[]> produced =
                new ProducerRecord<>(
                        message.topic(), message.key(), json.writeValueAsBytes(message.body()));
        addHeaders(produced, message.event());
        return produced;
    }

    private static void addHeaders(ProducerRecord<String, byte[]> produced, CloudEvent event) {
        event.headers()
                .forEach(
                        (name, value) ->
                                produced.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static void await(CompletableFuture<?> sent) {
        try {
            sent.get(ACKNOWLEDGEMENT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for acknowledgements", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("not acknowledged", e);
        }
    }
}
