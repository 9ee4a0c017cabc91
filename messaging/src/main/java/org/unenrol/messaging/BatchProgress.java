package org.unenrol.messaging;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The part of a batch that has been done, from its beginning. For one thread. */
final class BatchProgress {

    private final List<ConsumerRecord<String, byte[]>> received;
    private final List<ConsumerRecord<String, byte[]>> batch;
    private int done;
    private int most = Integer.MAX_VALUE;
    private int triesAlone;

    /**
     * Begins a batch.
     *
     * @param received as it came
     * @param batch those records of it that are to be handled
     */
    BatchProgress(
            List<ConsumerRecord<String, byte[]>> received,
            List<ConsumerRecord<String, byte[]>> batch) {
        this.received = received;
        this.batch = batch;
    }

    /** Tells whether this is the same batch, come again. */
    @SuppressWarnings("ReferenceEquality") // a record that was fetched again is another one
    boolean isOf(List<ConsumerRecord<String, byte[]>> other) {
        return other.size() == received.size()
                && (received.isEmpty() || other.get(0) == received.get(0));
    }

    int done() {
        return done;
    }

    boolean isComplete() {
        return done == batch.size();
    }

    /** Gives the next records, a few at a time after a failure; at least one. */
    List<ConsumerRecord<String, byte[]>> next(int wanted) {
        int size = Math.max(1, Math.min(Math.min(wanted, most), batch.size() - done));
        return batch.subList(done, done + size);
    }

    void succeeded(int size) {
        done += size;
        triesAlone = 0;
        most = (int) Math.min(Integer.MAX_VALUE, 2L * Math.max(most, 1));
    }

    /**
     * Notes a failure.
     *
     * @return how often the next record has failed alone; 0 when it had company
     */
    int failed(int size) {
        most = Math.max(1, size / 2);
        triesAlone = size == 1 ? triesAlone + 1 : 0;
        return triesAlone;
    }

    /** Leaves the next record to others. */
    void passOne() {
        done++;
        triesAlone = 0;
    }
}
