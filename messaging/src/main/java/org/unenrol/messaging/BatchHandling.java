package org.unenrol.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the records that a listener receives, in order and in pieces. On a topic that only the
 * services may write to, a record that none of them has signed is set aside before anybody sees it:
 * a listener that hands its batches over here cannot forget to ask. A piece that fails for a cause
 * within its records is halved until the records that fail alone are found; these are set aside
 * after three tries. A broken world is passed on to the caller, and so is a batch that takes too
 * long: what has been done of it is remembered, and the rest is done when the same batch comes
 * again. For several threads, each with its own batch.
 */
public final class BatchHandling {

    private static final Logger log = LoggerFactory.getLogger(BatchHandling.class);
    private static final int TRIES_ALONE = 3;

    private final BelievedRecords believed;
    private final Consumer<List<ConsumerRecord<String, byte[]>>> action;
    private final BiConsumer<ConsumerRecord<String, byte[]>, RuntimeException> setAside;
    private final IntSupplier pieceSize;
    private final long turnNanos;
    private final LongSupplier nanoTime;

    @SuppressWarnings("ThreadLocalUsage") // each listener has its own
    private final ThreadLocal<BatchProgress> progress = new ThreadLocal<>();

    /**
     * Takes what to do.
     *
     * @param believed gives the records that are handled at all
     * @param action must be repeatable: it is called again for records it may have handled already
     * @param setAside gets each record that fails alone, with the last failure
     * @param pieceSize the most records that the action is to get now
     * @param turn after this time the rest of a batch has to come again
     * @param nanoTime as {@link System#nanoTime()} counts
     */
    BatchHandling(
            BelievedRecords believed,
            Consumer<List<ConsumerRecord<String, byte[]>>> action,
            BiConsumer<ConsumerRecord<String, byte[]>, RuntimeException> setAside,
            IntSupplier pieceSize,
            Duration turn,
            LongSupplier nanoTime) {
        this.believed = believed;
        this.action = action;
        this.setAside = setAside;
        this.pieceSize = pieceSize;
        this.turnNanos = turn.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Handles every record, or throws.
     *
     * @throws UnfinishedBatchException when the time of a turn is over; the same batch must then
     *     come again
     * @throws RuntimeException when the world is broken; likewise
     */
    public void handle(List<ConsumerRecord<String, byte[]>> batch) {
        BatchProgress mine = progressOf(batch);
        long begin = nanoTime.getAsLong();
        int before = mine.done();
        while (!mine.isComplete()) {
            if (mine.done() > before && nanoTime.getAsLong() - begin > turnNanos) {
                throw new UnfinishedBatchException(mine.done(), batch.size());
            }
            handlePiece(mine);
        }
        progress.remove();
    }

    private BatchProgress progressOf(List<ConsumerRecord<String, byte[]>> batch) {
        BatchProgress known = progress.get();
        if (known == null || !known.isOf(batch)) {
            known = new BatchProgress(batch, believed.of(batch));
            progress.set(known);
        }
        return known;
    }

    private void handlePiece(BatchProgress mine) {
        List<ConsumerRecord<String, byte[]>> piece = mine.next(pieceSize.getAsInt());
        try {
            action.accept(piece);
        } catch (RuntimeException failure) {
            if (Cause.of(failure) == Cause.TRANSIENT) {
                throw failure;
            }
            failed(mine, piece, failure);
            return;
        }
        mine.succeeded(piece.size());
    }

    private void failed(
            BatchProgress mine,
            List<ConsumerRecord<String, byte[]>> piece,
            RuntimeException failure) {
        int triesAlone = mine.failed(piece.size());
        if (triesAlone == 0) {
            log.warn(
                    "{} records failed together and are halved: {}",
                    piece.size(),
                    failure.toString());
        } else if (triesAlone == TRIES_ALONE || failure instanceof UnreadableRecordException) {
            setAside.accept(piece.get(0), failure);
            mine.passOne();
        }
    }
}
