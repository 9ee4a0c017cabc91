package org.unenrol.guarantees.trial;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.Stage;
import org.unenrol.guarantees.system.Tempo;

/** Plays trials one after the other, each judged on its own. */
public final class Trials {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Trials() {}

    /**
     * Prints a line for each trial; ends with 1 when a guarantee is broken.
     *
     * @param arguments which ones, all when there is none
     */
    public static void main(String[] arguments) throws Exception {
        List<Trial> trials =
                arguments.length == 0
                        ? List.of(Trial.values())
                        : Arrays.stream(arguments).map(Trial::valueOf).toList();
        boolean allHold = true;
        try (Stage stage =
                Stage.start(
                        Files.createTempDirectory("unenrol-trials"),
                        Tempo.QUICK,
                        Map.of(Service.INGEST, 1, Service.WORKER, 3, Service.NOTIFIER, 1))) {
            for (Trial trial : trials) {
                allHold &= play(stage, trial);
            }
        }
        System.exit(allHold ? 0 : 1);
    }

    @SuppressWarnings("EnumOrdinal") // a seed of its own for each
    private static boolean play(Stage stage, Trial trial) throws Exception {
        Instant begin = Instant.now();
        Run run = new Run(stage, trial.name(), trial.ordinal());
        trial.on(run);
        Judgement verdict = run.judge(PATIENCE);
        boolean holds = verdict.broken().isEmpty();
        System.out.printf(
                "%-36s %4d s  %s%n",
                trial,
                Duration.between(begin, Instant.now()).toSeconds(),
                holds ? "all hold" : verdict.inWords());
        return holds;
    }
}
