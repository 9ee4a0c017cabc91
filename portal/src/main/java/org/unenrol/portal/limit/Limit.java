package org.unenrol.portal.limit;

import java.time.Duration;

/** Something of which an account can have so much at a time. */
public enum Limit {
    /** Imports that have been accepted and have not ended, on all instances. */
    IMPORTS(Duration.ofSeconds(30)),
    /** Files that are being received and checked, by one instance. */
    UPLOADS(Duration.ofSeconds(5)),
    /** Files that are being sent, by one instance. */
    DOWNLOADS(Duration.ofSeconds(5));

    private final Duration pause;

    Limit(Duration pause) {
        this.pause = pause;
    }

    /** After how long it is worth while to ask again. */
    Duration pause() {
        return pause;
    }
}
