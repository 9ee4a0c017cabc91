package org.unenrol.guarantees.mutant;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.Stage;
import org.unenrol.guarantees.system.Tempo;

/**
 * Shows for each mutant that the judge finds it, and that the same trial finds nothing without it.
 */
public final class MutantTable {

    private MutantTable() {}

    /**
     * Prints a line for each mutant; ends with 1 when one has survived.
     *
     * @param arguments which ones, all when there is none
     */
    public static void main(String[] arguments) throws Exception {
        List<Hunt> hunts =
                arguments.length == 0
                        ? List.of(Hunt.values())
                        : Arrays.stream(arguments).map(Hunt::valueOf).toList();
        boolean allFound = true;
        try (Stage stage =
                Stage.start(
                        Files.createTempDirectory("unenrol-mutants"),
                        Tempo.QUICK,
                        Map.of(Service.INGEST, 1, Service.WORKER, 1, Service.NOTIFIER, 1))) {
            System.out.printf("%-26s %-34s %-22s %s%n", "mutant", "trial", "without it", "with it");
            Map<String, Judgement> without = new HashMap<>();
            for (Hunt hunt : hunts) {
                if (!without.containsKey(hunt.circumstances())) {
                    without.put(hunt.circumstances(), hunt.withoutMutant(stage));
                }
                Judgement whole = without.get(hunt.circumstances());
                allFound &= show(hunt, whole, hunt.withMutant(stage));
            }
        }
        System.exit(allFound ? 0 : 1);
    }

    private static boolean show(Hunt hunt, Judgement without, Judgement with) {
        boolean found =
                without.broken().isEmpty()
                        && with.broken().stream()
                                .anyMatch(name -> name.startsWith(hunt.guarantee() + " "));
        System.out.printf(
                "%-26s %-34s %-22s %s%n    %s%n",
                hunt,
                hunt.trial(),
                without.broken().isEmpty() ? "all hold" : without.broken(),
                (found ? "found: " : "NOT FOUND: ") + with.broken(),
                hunt.wrong());
        if (!without.broken().isEmpty()) {
            System.out.println(without.inWords());
        }
        return found;
    }
}
