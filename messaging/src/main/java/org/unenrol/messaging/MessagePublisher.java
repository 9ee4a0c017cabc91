package org.unenrol.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.unenrol.model.CloudEvent;

/**
 * Publishes messages durably: what it returns from is acknowledged by all in-sync replicas. Those
 * on internal topics are signed.
 */
public final class MessagePublisher {

    private final KafkaTemplate<String, byte[]> template;
    private final RecordSignatures signatures;

    MessagePublisher(KafkaTemplate<String, byte[]> template, RecordSignatures signatures) {
        this.template = template;
        this.signatures = signatures;
    }

    /**
     * Publishes all messages and waits for every acknowledgement.
     *
     * @throws KafkaException when one was not acknowledged; others may have been
     */
    public void publish(List<Message> messages) {
        if (!messages.isEmpty()) {
            send(messages.stream().map(this::recordOf).toList());
        }
    }

    /** Publishes records as they are, and waits likewise. */
    void publishCopies(List<ProducerRecord<String, byte[]>> copies) {
        send(copies);
    }

    /**
     * Past the template's own sending, which makes a future and a timing for every record. Only the
     * flush lets them go, all in one request: so who receives them gets one large batch, where a
     * consumer that waits would take the first few and leave the rest for another.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback gets the same answer
    private void send(List<ProducerRecord<String, byte[]>> records) {
        Acknowledgements acknowledgements = new Acknowledgements(records.size());
        template.execute(
                producer -> {
                    records.forEach(one -> producer.send(one, acknowledgements));
                    producer.flush();
                    return records;
                });
        acknowledgements.await();
    }

    private ProducerRecord<String, byte[]> recordOf(Message message) {
        ProducerRecord<String, byte[]> produced =
                new ProducerRecord<>(
                        message.topic(),
                        message.key(),
                        MessageJson.MAPPER.writeValueAsBytes(message.body()));
        addHeaders(produced, message.event());
        signatures.sign(produced);
        return produced;
    }

    private static void addHeaders(ProducerRecord<String, byte[]> produced, CloudEvent event) {
        event.headers()
                .forEach(
                        (name, value) ->
                                produced.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
    }
}
