package org.unenrol.folder.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A file as it was found.
 *
 * @param size in bytes
 * @param modified by the clock of the folder's machine; only ever compared for equality
 */
public record FoundFile(String name, long size, Instant modified) {

    public FoundFile {
        modified = modified.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same file by another name. */
    public FoundFile named(String other) {
        return new FoundFile(other, size, modified);
    }
}
