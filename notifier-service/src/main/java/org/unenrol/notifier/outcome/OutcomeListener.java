package org.unenrol.notifier.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.messaging.BatchHandling;
import org.unenrol.messaging.BatchHandlings;
import org.unenrol.messaging.DeadLetters;
import org.unenrol.messaging.Decoder;
import org.unenrol.messaging.UnreadableRecordException;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.Topics;
import org.unenrol.service.WorkLoop;

/**
 * Receives outcomes and records them. One that cannot be recorded is set aside, and its row becomes
 * {@code SYSTEM_ERROR}; where it does not even tell its row, that row is dispatched again.
 */
@Component
class OutcomeListener {

    private static final Logger log = LoggerFactory.getLogger(OutcomeListener.class);
    private static final int ALL = Integer.MAX_VALUE;

    private final Decoder<RowOutcome> decoder;
    private final OutcomeRecorder recorder;
    private final WorkLoop results;
    private final WorkLoop replies;
    private final DeadLetters deadLetters;
    private final BatchHandling handling;

    OutcomeListener(
            OutcomeRecorder recorder,
            @Qualifier("resultsLoop") WorkLoop results,
            @Qualifier("smallRepliesLoop") WorkLoop replies,
            DeadLetters deadLetters,
            BatchHandlings handlings) {
        this.decoder = Decoder.ofOutcomes();
        this.recorder = recorder;
        this.results = results;
        this.replies = replies;
        this.deadLetters = deadLetters;
        this.handling = handlings.of(this::receive, this::setAside, () -> ALL);
    }

    @KafkaListener(
            id = "notifier-service",
            topics = Topics.OUTCOMES,
            concurrency = "${unenrol.notifier.concurrency:2}")
    void onOutcomes(List<ConsumerRecord<String, byte[]>> records) {
        handling.handle(records);
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records) {
        record(decoder.readAll(records), Decoder.longestCall(records));
    }

    private void record(List<RowOutcome> outcomes, Duration longestCall) {
        if (!recorder.recordUnlocked(outcomes, longestCall).isEmpty()) {
            results.signal();
            replies.signal();
        }
    }

    private void setAside(ConsumerRecord<String, byte[]> received, RuntimeException failure) {
        deadLetters.keep(received, failure);
        refused(received).ifPresent(outcome -> record(List.of(outcome), Duration.ZERO));
    }

    /** Reads an outcome that the ledger does not take; an unreadable one is none. */
    private Optional<RowOutcome> refused(ConsumerRecord<String, byte[]> received) {
        try {
            return decoder.read(received)
                    .map(outcome -> RowOutcome.systemError(outcome.id(), outcome.line()));
        } catch (UnreadableRecordException e) {
            log.warn("an outcome cannot be read: its row is published again");
            return Optional.empty();
        }
    }
}
