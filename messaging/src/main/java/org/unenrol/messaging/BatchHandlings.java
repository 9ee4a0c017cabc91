package org.unenrol.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes the handling of batches for listeners. */
public final class BatchHandlings {

    private static final int TURNS_BETWEEN_POLLS = 5;

    private final Duration turn;
    private final BelievedRecords believed;

    /**
     * Takes how long a consumer may be silent.
     *
     * @param maxPollInterval the consumer's {@code max.poll.interval.ms}
     * @param believed gives the records that listeners are to see
     */
    BatchHandlings(Duration maxPollInterval, BelievedRecords believed) {
        this.turn = maxPollInterval.dividedBy(TURNS_BETWEEN_POLLS);
        this.believed = believed;
    }

    /**
     * Handles batches in pieces.
     *
     * @param action must be repeatable
     * @param setAside gets each record that fails alone, with the last failure
     * @param pieceSize the most records that the action is to get now
     */
    public BatchHandling of(
            Consumer<List<ConsumerRecord<String, byte[]>>> action,
            BiConsumer<ConsumerRecord<String, byte[]>, RuntimeException> setAside,
            IntSupplier pieceSize) {
        return new BatchHandling(believed, action, setAside, pieceSize, turn, System::nanoTime);
    }
}
