package org.unenrol.worker;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.unenrol.messaging.BatchHandling;
import org.unenrol.messaging.DeadLetters;
import org.unenrol.messaging.Decoder;
import org.unenrol.messaging.Message;
import org.unenrol.messaging.MessagePublisher;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.Topics;
import org.unenrol.model.UnenrolRow;
import org.unenrol.worker.apply.RowSettlement;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives rows. When it returns, every row of the batch has an outcome that the broker has
 * acknowledged; only then are the offsets committed.
 */
@Component
class RowListener {

    private static final Logger log = LoggerFactory.getLogger(RowListener.class);

    private final Decoder<UnenrolRow> decoder;
    private final RowSettlement settlement;
    private final MessagePublisher publisher;
    private final DeadLetters deadLetters;
    private final Pace pace = new Pace();
    private final BatchHandling<Received> handling =
            new BatchHandling<>(this::settle, this::setAside);

    RowListener(
            JsonMapper json,
            RowSettlement settlement,
            MessagePublisher publisher,
            DeadLetters deadLetters) {
        this.decoder = new Decoder<>(json, UnenrolRow.class);
        this.settlement = settlement;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
    }

    @KafkaListener(
            id = "unenrol-worker",
            topics = Topics.ROWS,
            concurrency = "#{@workerConcurrency}")
    void onRows(List<ConsumerRecord<String, byte[]>> records) {
        List<Received> rows = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> received : records) {
            try {
                rows.add(new Received(decoder.read(received), received));
            } catch (JacksonException | IllegalArgumentException e) {
                setAsideUnreadable(received, e);
            }
        }
        handling.handle(rows);
    }

    private void settle(List<Received> rows) {
        int next = 0;
        while (next < rows.size()) {
            int end = next + Math.min(rows.size() - next, pace.rows());
            settleTogether(rows.subList(next, end));
            next = end;
        }
    }

    private void settleTogether(List<Received> rows) {
        long start = System.nanoTime();
        List<RowOutcome> outcomes = settlement.settle(rows.stream().map(Received::row).toList());
        pace.took(rows.size(), System.nanoTime() - start);
        publisher.publish(outcomes.stream().map(Message::of).toList());
    }

    private void setAside(Received row, RuntimeException failure) {
        deadLetters.keep(row.received(), failure);
        publishSystemError(row.row().id(), row.row().line());
    }

    /**
     * A row whose headers do not tell which one it is gets dispatched anew: its outcome is missing.
     */
    private void setAsideUnreadable(ConsumerRecord<String, byte[]> received, Exception failure) {
        deadLetters.keep(received, failure);
        Decoder.subject(received).ifPresent(id -> publishSystemError(id, 0));
    }

    private void publishSystemError(RowId id, long line) {
        log.error("importId={} row={} could not be processed", id.importId(), id.row());
        publisher.publish(List.of(Message.of(RowSettlement.systemError(id, line))));
    }

    private record Received(UnenrolRow row, ConsumerRecord<String, byte[]> received) {}
}
