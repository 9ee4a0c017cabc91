package org.unenrol.guarantees.weave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Orders to crash: a file named after the point, in the folder of the service. Whichever process
 * passes the point next takes the file away and dies, or fails, if that is what the file says.
 */
public final class CrashOrders {

    private final Path folder;

    public CrashOrders(Path folder) {
        this.folder = folder;
    }

    /** The folder in which the processes of a service look. */
    public Path of(String service) {
        try {
            return Files.createDirectories(folder.resolve(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next process of the point's service to pass it dies there. */
    public void order(CrashPoint point) {
        write(point, "");
    }

    /** The next process of the point's service to pass it meets an {@link Error} there. */
    public void orderError(CrashPoint point) {
        write(point, Passage.ERROR);
    }

    private void write(CrashPoint point, String order) {
        try {
            Files.writeString(file(point), order, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether nobody has died of the order yet. */
    public boolean isOpen(CrashPoint point) {
        return Files.exists(file(point));
    }

    /** Waits until somebody has died of the order. */
    public void awaitDeath(CrashPoint point) {
        Awaitility.await("somebody dies at " + point)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !isOpen(point));
    }

    /** Takes an order back. */
    public void withdraw(CrashPoint point) {
        try {
            Files.deleteIfExists(file(point));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on a worker's call to the platform takes longer. */
    public void slowPlatform(Duration fixed, Duration each) {
        try {
            Path written = Files.createTempFile(folder, "slow", "");
            Files.writeString(written, fixed.toNanos() + " " + each.toNanos());
            Files.move(
                    written,
                    of(SlowedPlatform.SERVICE).resolve(SlowedPlatform.ORDER),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The platform is as quick as it is. */
    public void quickPlatform() throws IOException {
        Files.deleteIfExists(of(SlowedPlatform.SERVICE).resolve(SlowedPlatform.ORDER));
    }

    private Path file(CrashPoint point) {
        return of(point.service()).resolve(point.name());
    }
}
