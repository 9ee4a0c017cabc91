package org.unenrol.guarantees.load;

import java.util.random.RandomGenerator;

/** The outcome that a row is to have, by what its author knows. */
enum Fate {
    ENROLLED("UNENROLLED", 76),
    COMPLETED("UNENROLLED_COMPLETION_KEPT", 8),
    ATTENDED("UNENROLLED_COMPLETION_KEPT", 4),
    NOT_ENROLLED("NOT_ENROLLED", 4),
    UNKNOWN_LEARNER("USERNAME_NOT_RECOGNISED", 3),
    UNKNOWN_ACTIVITY("ACTIVITY_NOT_RECOGNISED", 2),
    BAD_CHOICE("INVALID_ROW", 1),
    REPEATED("DUPLICATE", 2);

    private final String outcome;
    private final int percent;

    Fate(String outcome, int percent) {
        this.outcome = outcome;
        this.percent = percent;
    }

    String outcome() {
        return outcome;
    }

    static Fate draw(RandomGenerator random) {
        int left = random.nextInt(100);
        for (Fate fate : values()) {
            left -= fate.percent;
            if (left < 0) {
                return fate;
            }
        }
        return ENROLLED;
    }
}
