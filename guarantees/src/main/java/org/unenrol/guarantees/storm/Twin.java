package org.unenrol.guarantees.storm;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.load.LearnerRoster;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.ServiceProcess;
import org.unenrol.guarantees.system.Stage;
import org.unenrol.guarantees.system.Tempo;
import org.unenrol.guarantees.trial.Run;
import org.unenrol.guarantees.trial.Run.Circumstances;

/**
 * Imports the same large file twice, everybody being enrolled anew in between: first undisturbed,
 * then with each process killed three times. Both results files must be the same.
 */
public final class Twin {

    private static final int ROWS = 100_000;
    private static final int KILLS_EACH = 3;

    private Twin() {}

    /**
     * Prints both digests; ends with 1 when they differ or a guarantee is broken.
     *
     * @param arguments the number of rows, 100,000 when there is none
     */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length == 0 ? ROWS : Integer.parseInt(arguments[0]);
        boolean same;
        try (Stage stage =
                Stage.start(
                        Files.createTempDirectory("unenrol-twin"),
                        Tempo.SHIPPED,
                        Map.of(Service.INGEST, 1, Service.WORKER, 2, Service.NOTIFIER, 1))) {
            Run run = new Run(stage, "twin", 1);
            LearnerRoster roster = run.roster(rows);
            String undisturbed = digest(run, importWith(run, roster, List.of()));
            run.organisation().enrol(roster);
            List<Runnable> kills = kills(stage);
            String disturbed = digest(run, importWith(run, roster, kills));
            run.healed();
            Judgement verdict = run.judge(Duration.ofMinutes(4));
            System.out.printf(
                    "%s undisturbed%n%s with %d kills%n", undisturbed, disturbed, kills.size());
            System.out.println(verdict.inWords());
            same = undisturbed.equals(disturbed) && verdict.broken().isEmpty();
        }
        System.exit(same ? 0 : 1);
    }

    /** The kills are spread evenly over the rows: each falls into the middle of the work. */
    private static String importWith(Run run, LearnerRoster roster, List<Runnable> kills) {
        Instant begin = Instant.now();
        String id = run.apply(roster, Circumstances.UNDISTURBED);
        for (int i = 0; i < kills.size(); i++) {
            run.awaitProcessed(id, (int) ((long) roster.rows() * i / kills.size()));
            kills.get(i).run();
        }
        run.awaitEnd(id);
        System.out.printf(
                "%s ended after %d s, %d kills%n",
                id, Duration.between(begin, Instant.now()).toSeconds(), kills.size());
        return id;
    }

    private static List<Runnable> kills(Stage stage) {
        List<Runnable> each = new ArrayList<>();
        stage.services().forEach(process -> each.add(() -> kill(process)));
        each.add(
                () -> {
                    stage.broker().kill();
                    stage.broker().start();
                });
        each.add(
                () -> {
                    Instant from = Instant.now();
                    stage.database().crash();
                    stage.database().start();
                    stage.database().awaitReady();
                    stage.faults().note("DATABASE_CRASHED", from, Instant.now());
                });
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < KILLS_EACH; i++) {
            all.addAll(each);
        }
        return all;
    }

    private static void kill(ServiceProcess process) {
        process.awaitReady();
        process.kill();
    }

    private static String digest(Run run, String id) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(run.administrator().results(id)));
    }
}
