package org.unenrol.messaging;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a batch as a whole; when the batch fails for a cause within its records, handles them one
 * by one and sets aside those that fail alone three times. A broken world is passed on to the
 * caller.
 */
public final class BatchHandling<T> {

    private static final Logger log = LoggerFactory.getLogger(BatchHandling.class);
    private static final int TRIES_ALONE = 3;

    private final Consumer<List<T>> action;
    private final BiConsumer<T, RuntimeException> setAside;

    /**
     * Takes what to do.
     *
     * @param action must be repeatable: it is called again for records it may have handled already
     * @param setAside gets each record that fails alone, with the last failure
     */
    public BatchHandling(Consumer<List<T>> action, BiConsumer<T, RuntimeException> setAside) {
        this.action = action;
        this.setAside = setAside;
    }

    /**
     * Handles every element, or throws.
     *
     * @throws RuntimeException when the world is broken; the whole batch must then come again
     */
    public void handle(List<T> batch) {
        try {
            action.accept(batch);
        } catch (RuntimeException failure) {
            if (Cause.of(failure) == Cause.WORLD) {
                throw failure;
            }
            log.warn("a batch of {} failed and is settled one by one", batch.size(), failure);
            batch.forEach(this::handleAlone);
        }
    }

    private void handleAlone(T element) {
        for (int tries = 1; ; tries++) {
            try {
                action.accept(List.of(element));
                return;
            } catch (RuntimeException failure) {
                if (Cause.of(failure) == Cause.WORLD) {
                    throw failure;
                }
                if (tries == TRIES_ALONE) {
                    setAside.accept(element, failure);
                    return;
                }
            }
        }
    }
}
