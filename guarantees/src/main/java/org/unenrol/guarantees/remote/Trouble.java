package org.unenrol.guarantees.remote;

import java.util.List;
import java.util.Random;

/** A trouble with a call to the remote platform. */
enum Trouble {
    NONE,
    /** The answer comes when nobody waits for it any more, and nothing was done. */
    LATE_AND_NOT_DONE,
    /** The answer comes when nobody waits for it any more, and everything was done. */
    LATE_AND_DONE,
    TOO_MANY_CALLS,
    UNAVAILABLE,
    /** The call arrives twice. */
    TWICE,
    /** Success is told, and nothing was done. */
    LIE;

    private static final List<Trouble> OF_CHANGES =
            List.of(LATE_AND_NOT_DONE, LATE_AND_DONE, TOO_MANY_CALLS, UNAVAILABLE, TWICE, LIE);
    private static final List<Trouble> OF_READS =
            List.of(LATE_AND_NOT_DONE, TOO_MANY_CALLS, UNAVAILABLE);

    /** With one call in so many there is some. */
    static Trouble draw(Random random, int oneIn, boolean changes) {
        if (random.nextInt(oneIn) > 0) {
            return NONE;
        }
        List<Trouble> troubles = changes ? OF_CHANGES : OF_READS;
        return troubles.get(random.nextInt(troubles.size()));
    }

    boolean isDone() {
        return this == NONE || this == LATE_AND_DONE || this == TWICE;
    }

    boolean isLate() {
        return this == LATE_AND_DONE || this == LATE_AND_NOT_DONE;
    }

    int status() {
        return switch (this) {
            case TOO_MANY_CALLS -> 429;
            case UNAVAILABLE -> 503;
            default -> 200;
        };
    }
}
