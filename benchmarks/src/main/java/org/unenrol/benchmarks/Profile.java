package org.unenrol.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.unenrol.model.Mode;

/**
 * Where the processor's time goes, in microseconds a row: this JVM's by step, and PostgreSQL's; and
 * how long its statements took.
 */
final class Profile implements Measure {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int WARM_UPS = 3;

    @Override
    public List<Figure> take(Bench bench) throws IOException {
        int rows = bench.settings().rows();
        Path folder = bench.newFolder("profile");
        StatementTimes.prepare(folder);
        List<String> arguments = List.of("--server.port=0", "--unenrol.upload.max-rows=" + rows);
        try (Deployment deployment = Deployment.Kind.STANDALONE.start(folder, arguments)) {
            Roster roster =
                    new Roster(deployment.infrastructure().postgres().dataSource(), rows)
                            .populate();
            Path csv = roster.file(folder.resolve("upload.csv"), rows);
            Path results = folder.resolve("results.csv");
            for (int i = 0; i < WARM_UPS; i++) {
                roster.reset();
                deployment.client().run(csv, Mode.APPLY, results, POLL);
            }
            roster.reset();
            StatementTimes statements =
                    StatementTimes.start(deployment.infrastructure().postgres().dataSource());
            bench.say("warm; recording %,d rows".formatted(rows));
            Path recorded = folder.resolve("profile.jfr");
            double jvm = -jvmMicros();
            double postgres = -ServerTime.micros(folder);
            try (Recording recording = new Recording()) {
                recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
                recording.start();
                deployment.client().run(csv, Mode.APPLY, results, POLL);
                recording.stop();
                recording.dump(recorded);
            }
            jvm += jvmMicros();
            postgres += ServerTime.micros(folder);
            List<Figure> figures = figures(recorded, jvm / rows, postgres / rows);
            figures.addAll(statements.figures(rows));
            return figures;
        }
    }

    private static double jvmMicros() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e3;
    }

    private static List<Figure> figures(Path recorded, double jvm, double postgres)
            throws IOException {
        Map<Step, Integer> samples = new EnumMap<>(Step.class);
        int all = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(recorded)) {
            if (event.getStackTrace() != null) {
                samples.merge(stepOf(event), 1, Integer::sum);
                all++;
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (Map.Entry<Step, Integer> step : samples.entrySet()) {
            figures.add(
                    Figure.of(
                            "JVM: " + step.getKey().words(),
                            jvm * step.getValue() / all,
                            "µs/row"));
        }
        figures.add(Figure.of("JVM, all", jvm, "µs/row"));
        figures.add(Figure.of("PostgreSQL", postgres, "µs/row"));
        return figures;
    }

    /** The innermost frame that tells decides. */
    private static Step stepOf(RecordedEvent event) {
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            Optional<Step> step = Step.of(frame.getMethod().getType().getName());
            if (step.isPresent()) {
                return step.get();
            }
        }
        return Step.OTHER;
    }
}
