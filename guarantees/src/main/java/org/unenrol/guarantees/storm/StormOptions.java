package org.unenrol.guarantees.storm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.fault.Fault;

/**
 * The length of a storm, and its faults.
 *
 * @param every the time from one fault to the next, on average
 * @param rows the most rows of an import
 * @param previous where the version before was built; null for none beside
 * @param faults what is broken, each as likely as any other; a fault named twice is twice as likely
 */
record StormOptions(
        long seed,
        Duration duration,
        Duration every,
        int rows,
        List<Fault> faults,
        @Nullable Path previous) {

    static final String HELP =
            """
            storm [--seed=1] [--duration=10m] [--every=10s] [--rows=20000] [--faults=NAME,NAME,...]
                  [--previous=CHECKOUT]

            Breaks the running system at random for the time given, with a calm spell every two minutes,
            heals everything, and judges. The same seed draws the same files and faults.
            --previous is where the version before was built: a process of each of its services works beside the
            others in every second spell. It does not know the fence, so no rows come after the end then.
            Faults: all of
            """;

    static StormOptions of(String[] arguments) {
        return new StormOptions(
                Long.parseLong(value(arguments, "seed", "1")),
                duration(value(arguments, "duration", "10m")),
                duration(value(arguments, "every", "10s")),
                Integer.parseInt(value(arguments, "rows", "20000")),
                faults(
                        value(arguments, "faults", ""),
                        value(arguments, "previous", "").isEmpty()
                                ? Set.of(Fault.PREVIOUS_VERSION_BESIDE)
                                : Set.of(Fault.PREVIOUS_VERSION_BESIDE, Fault.ROWS_AFTER_THE_END)),
                value(arguments, "previous", "").isEmpty()
                        ? null
                        : Path.of(value(arguments, "previous", "")));
    }

    private static List<Fault> faults(String names, Set<Fault> without) {
        return names.isEmpty()
                ? Arrays.stream(Fault.values()).filter(one -> !without.contains(one)).toList()
                : Arrays.stream(names.split(",")).map(Fault::valueOf).toList();
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text);
    }

    private static String value(String[] arguments, String name, String otherwise) {
        String prefix = "--" + name + "=";
        return Arrays.stream(arguments)
                .filter(one -> one.startsWith(prefix))
                .map(one -> one.substring(prefix.length()))
                .findFirst()
                .orElse(otherwise);
    }
}
