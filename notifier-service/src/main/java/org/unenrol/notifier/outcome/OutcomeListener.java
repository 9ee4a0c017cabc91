package org.unenrol.notifier.outcome;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.ledger.work.WorkLoop;
import org.unenrol.messaging.BatchHandling;
import org.unenrol.messaging.DeadLetters;
import org.unenrol.messaging.Decoder;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.Topics;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives outcomes and records them. One that cannot be read or recorded is set aside; its row
 * stays without an outcome and is therefore dispatched again.
 */
@Component
class OutcomeListener {

    private final Decoder<RowOutcome> decoder;
    private final OutcomeRecorder recorder;
    private final WorkLoop results;
    private final DeadLetters deadLetters;
    private final BatchHandling<Received> handling =
            new BatchHandling<>(this::record, this::setAside);

    OutcomeListener(
            JsonMapper json,
            OutcomeRecorder recorder,
            @Qualifier("resultsLoop") WorkLoop results,
            DeadLetters deadLetters) {
        this.decoder = new Decoder<>(json, RowOutcome.class);
        this.recorder = recorder;
        this.results = results;
        this.deadLetters = deadLetters;
    }

    @KafkaListener(
            id = "notifier-service",
            topics = Topics.OUTCOMES,
            concurrency = "${unenrol.notifier.concurrency:2}")
    void onOutcomes(List<ConsumerRecord<String, byte[]>> records) {
        List<Received> outcomes = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> received : records) {
            try {
                outcomes.add(new Received(decoder.read(received), received));
            } catch (JacksonException | IllegalArgumentException e) {
                deadLetters.keep(received, e);
            }
        }
        handling.handle(outcomes);
    }

    private void record(List<Received> outcomes) {
        if (!recorder.recordUnlocked(outcomes.stream().map(Received::outcome).toList()).isEmpty()) {
            results.signal();
        }
    }

    private void setAside(Received outcome, RuntimeException failure) {
        deadLetters.keep(outcome.received(), failure);
    }

    private record Received(RowOutcome outcome, ConsumerRecord<String, byte[]> received) {}
}
