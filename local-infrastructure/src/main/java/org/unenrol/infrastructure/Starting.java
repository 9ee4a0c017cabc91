package org.unenrol.infrastructure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A server that is being started in a thread of its own. */
final class Starting<T> {

    private final String name;
    private final CompletableFuture<T> server;
    private final Consumer<T> stop;

    /** The thread has the caller's context class loader, by which Kafka finds its classes. */
    Starting(String name, Supplier<T> start, Consumer<T> stop) {
        this.name = name;
        this.server =
                CompletableFuture.supplyAsync(
                        start, work -> new Thread(work, "start " + name).start());
        this.stop = stop;
    }

    /** Waits until it has started; throws what its start threw. */
    T await() {
        try {
            return server.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LocalInfrastructureException failure) {
                throw failure;
            }
            throw new LocalInfrastructureException(name + " did not start: " + e.getCause(), e);
        }
    }

    /** Waits until it has started or failed, and stops it in the first case. */
    void stop() {
        server.thenAccept(stop).exceptionally(failure -> null).join();
    }
}
