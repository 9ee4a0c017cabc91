package org.unenrol.guarantees.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The faults, from when to when: written for the judge. Thread-safe. */
public final class FaultLog {

    private final Path file;
    private final Map<String, Integer> counts = new TreeMap<>();

    FaultLog(Path folder) {
        this.file = folder.resolve("faults");
    }

    /** Notes a fault that has been healed, or one that has no end, with the same moment twice. */
    public synchronized void note(String fault, Instant from, Instant to) {
        counts.merge(fault, 1, Integer::sum);
        try {
            Files.writeString(
                    file,
                    from + " " + to + " " + fault + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells how often each fault has struck. */
    public synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
