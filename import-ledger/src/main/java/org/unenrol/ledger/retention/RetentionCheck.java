package org.unenrol.ledger.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Looks at settings of retention; what is wrong is told in words when the service does not start.
 */
final class RetentionCheck {

    private static final Duration SHORTEST = Duration.ofDays(1);

    private RetentionCheck() {}

    /** Records are on their topics for a day: what they refer to has to be there as long. */
    static void longEnough(String name, Duration kept) {
        if (kept.compareTo(SHORTEST) < 0) {
            throw wrong(name, kept, "Set it to a day or more, such as 90d.");
        }
    }

    /** Rows to fix need the upload with the results; applying needs upload and outcomes. */
    static void notLonger(String name, Duration kept, String other, Duration others) {
        if (kept.compareTo(others) > 0) {
            throw wrong(
                    name,
                    kept,
                    "Set it to no more than unenrol.retention."
                            + other
                            + ", which is "
                            + text(others)
                            + ", or raise that: the one is of no use without the other.");
        }
    }

    private static InvalidConfigurationPropertyValueException wrong(
            String name, Duration value, String reason) {
        return new InvalidConfigurationPropertyValueException(
                "unenrol.retention." + name, text(value), reason);
    }

    private static String text(Duration kept) {
        return kept.equals(Duration.ofDays(kept.toDays())) ? kept.toDays() + "d" : kept.toString();
    }
}
