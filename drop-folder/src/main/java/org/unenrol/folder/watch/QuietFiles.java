package org.unenrol.folder.watch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.unenrol.folder.access.FoundFile;

/**
 * Judges by two looks or more whether a file has stopped growing. Only this process's own clock
 * counts, as that of the folder's machine may be wrong. For one thread.
 */
final class QuietFiles {

    private final Duration quietTime;
    private final LongSupplier nanoTime;
    private Map<FoundFile, Long> seenSince = new HashMap<>();

    QuietFiles(Duration quietTime, LongSupplier nanoTime) {
        this.quietTime = quietTime;
        this.nanoTime = nanoTime;
    }

    /** Takes what is there now, and tells which of it has not changed for the quiet time. */
    Set<FoundFile> among(Collection<FoundFile> found) {
        long now = nanoTime.getAsLong();
        Map<FoundFile, Long> seen = new HashMap<>();
        Set<FoundFile> quiet = new HashSet<>();
        for (FoundFile file : found) {
            Long since = seenSince.get(file);
            seen.put(file, since == null ? now : since);
            if (since != null && now - since >= quietTime.toNanos()) {
                quiet.add(file);
            }
        }
        seenSince = seen;
        return quiet;
    }
}
