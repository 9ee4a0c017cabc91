package org.unenrol.guarantees.storm;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.fault.Fault;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.Stage;
import org.unenrol.guarantees.system.Tempo;
import org.unenrol.guarantees.trial.Run;

/** Breaks the whole system, with the product's own settings, for as long as wanted; then judges. */
public final class Storm {

    /** More than the bound of I7, so that what comes too late is seen as late and not as lost. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Storm() {}

    /** Prints what it did and what it found; ends with 1 when a guarantee is broken. */
    public static void main(String[] arguments) throws Exception {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.println(StormOptions.HELP + Arrays.toString(Fault.values()));
            return;
        }
        StormOptions options = StormOptions.of(arguments);
        System.out.println(options);
        boolean whole;
        try (Stage stage =
                Stage.start(
                        Files.createTempDirectory("unenrol-storm"),
                        Tempo.SHIPPED,
                        Map.of(Service.INGEST, 2, Service.WORKER, 3, Service.NOTIFIER, 2))) {
            if (options.previous() != null) {
                stage.withPrevious(options.previous(), Tempo.SHIPPED);
            }
            System.out.println("evidence: " + stage.evidence());
            Judgement verdict = blow(stage, options);
            stage.faults()
                    .counts()
                    .forEach((fault, times) -> System.out.printf("%6d %s%n", times, fault));
            System.out.println(verdict.inWords());
            whole = verdict.broken().isEmpty();
        }
        System.exit(whole ? 0 : 1);
    }

    private static Judgement blow(Stage stage, StormOptions options) throws Exception {
        Run run = new Run(stage, "storm", options.seed());
        Instant end = Instant.now().plus(options.duration());
        Load load = Load.begin(run, options);
        Gusts gusts = new Gusts(stage, options);
        while (Instant.now().isBefore(end)) {
            gusts.next();
        }
        gusts.healAll();
        load.stop();
        run.healed();
        System.out.printf(
                "%s healed; %d imports, %d open%n", Instant.now(), run.imports(), run.open());
        return run.judge(PATIENCE);
    }
}
