package org.unenrol.worker;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.unenrol.messaging.BatchHandling;
import org.unenrol.messaging.BatchHandlings;
import org.unenrol.messaging.DeadLetters;
import org.unenrol.messaging.Decoder;
import org.unenrol.messaging.Message;
import org.unenrol.messaging.MessagePublisher;
import org.unenrol.messaging.UnreadableRecordException;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.Topics;
import org.unenrol.model.UnenrolRow;
import org.unenrol.worker.apply.RowSettlement;

/**
 * Receives rows. When it returns, every row of the batch that is to have an outcome has one that
 * the broker has acknowledged; only then are the offsets committed.
 */
@Component
class RowListener {

    private static final Logger log = LoggerFactory.getLogger(RowListener.class);

    /** Of calls that are shorter, the dispatcher has more under way anyway. */
    private static final long WORTH_TELLING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Decoder<UnenrolRow> decoder;
    private final RowSettlement settlement;
    private final MessagePublisher publisher;
    private final DeadLetters deadLetters;
    private final Pace pace = new Pace();
    private final BatchHandling handling;

    RowListener(
            RowSettlement settlement,
            MessagePublisher publisher,
            DeadLetters deadLetters,
            BatchHandlings handlings) {
        this.decoder = Decoder.ofRows();
        this.settlement = settlement;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.handling = handlings.of(this::settle, this::setAside, pace::rows);
    }

    @KafkaListener(
            id = "unenrol-worker",
            topics = Topics.ROWS,
            concurrency = "#{@workerConcurrency}")
    void onRows(List<ConsumerRecord<String, byte[]>> records) {
        handling.handle(records);
    }

    private void settle(List<ConsumerRecord<String, byte[]>> records) {
        List<UnenrolRow> rows = decoder.readAll(records);
        long start = System.nanoTime();
        List<RowOutcome> outcomes = settlement.settle(rows);
        long took = System.nanoTime() - start;
        pace.took(rows.size(), took);
        long callMillis = took < WORTH_TELLING_NANOS ? 0 : TimeUnit.NANOSECONDS.toMillis(took);
        publisher.publish(outcomes.stream().map(one -> Message.of(one, callMillis)).toList());
    }

    /**
     * A row whose record does not tell which one it is gets published anew: its outcome is missing.
     */
    private void setAside(ConsumerRecord<String, byte[]> received, RuntimeException failure) {
        deadLetters.keep(received, failure);
        systemError(received)
                .ifPresent(
                        outcome -> {
                            log.error(
                                    "importId={} row={} could not be processed",
                                    outcome.importId(),
                                    outcome.row());
                            publisher.publish(List.of(Message.of(outcome)));
                        });
    }

    private Optional<RowOutcome> systemError(ConsumerRecord<String, byte[]> received) {
        try {
            return decoder.read(received).map(RowListener::systemErrorOf);
        } catch (UnreadableRecordException e) {
            return Decoder.subject(received).map(id -> RowOutcome.systemError(id, 0));
        }
    }

    private static RowOutcome systemErrorOf(UnenrolRow row) {
        return RowOutcome.systemError(row.id(), row.line()).with(row.content());
    }
}
