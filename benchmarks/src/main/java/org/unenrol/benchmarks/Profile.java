package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
 * The processor time of a row in microseconds, this JVM's by step and PostgreSQL's; and the time
 * that its statements took.
 */
final class Profile implements Measure {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int WARM_UPS = 3;

    @Override
    public List<Figure> take(Bench bench) throws IOException {
        int rows = bench.settings().rows();
        Path folder = bench.newFolder("profile");
        StatementTimes.prepare(folder);
        List<String> arguments = List.of("--unenrol.upload.max-rows=" + rows);
        try (Deployment deployment = Deployment.Kind.STANDALONE.start(folder, arguments)) {
            Roster roster =
                    new Roster(deployment.infrastructure().postgres().dataSource(), rows)
                            .populate();
            Path few = roster.file(folder.resolve("few.csv"), bench.settings().fewerRows());
            Path csv = roster.file(folder.resolve("upload.csv"), rows);
            Path results = folder.resolve("results.csv");
            Path recorded = folder.resolve("profile.jfr");
            try (Recording recording = new Recording()) {
                recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
                recording.start();
                for (int i = 0; i < WARM_UPS; i++) {
                    roster.reset();
                    deployment.imports().run(few, Mode.APPLY, results, POLL);
                }
                roster.reset();
                bench.say("warm; measuring %,d rows".formatted(rows));
                StatementTimes statements =
                        StatementTimes.start(deployment.infrastructure().postgres().dataSource());
                Instant start = Instant.now();
                Spent before = Spent.until(folder);
                deployment.imports().run(csv, Mode.APPLY, results, POLL);
                Spent spent = Spent.until(folder).since(before).each(rows);
                recording.stop();
                recording.dump(recorded);
                List<Figure> figures = figures(samples(recorded, start), spent);
                figures.addAll(statements.figures(rows));
                return figures;
            }
        }
    }

    /** Tells how often each step was seen since the start of what is measured. */
    private static Map<Step, Integer> samples(Path recorded, Instant start) throws IOException {
        Map<Step, Integer> samples = new EnumMap<>(Step.class);
        for (RecordedEvent event : RecordingFile.readAllEvents(recorded)) {
            if (event.getStackTrace() != null && event.getStartTime().isAfter(start)) {
                samples.merge(stepOf(event), 1, Integer::sum);
            }
        }
        return samples;
    }

    private static List<Figure> figures(Map<Step, Integer> samples, Spent spent) {
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        List<Figure> figures = new ArrayList<>();
        for (Map.Entry<Step, Integer> step : samples.entrySet()) {
            figures.add(
                    Figure.of(
                            "JVM: " + step.getKey().words(),
                            spent.atWork() * step.getValue() / all,
                            "µs/row"));
        }
        figures.add(Figure.of("JVM: compiling", spent.compiling(), "µs/row"));
        figures.add(Figure.of("JVM: collecting garbage", spent.collecting(), "µs/row"));
        figures.add(Figure.of("JVM, all", spent.jvm(), "µs/row"));
        figures.add(Figure.of("PostgreSQL", spent.postgres(), "µs/row"));
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

    /** Processor time, of the JVM's threads and of PostgreSQL's processes. */
    private record Spent(double jvm, double compiling, double collecting, double postgres) {

        private static final List<String> COMPILERS = List.of("C1 Comp", "C2 Comp");
        private static final List<String> COLLECTORS = List.of("GC Thread", "G1 ", "VM Thread");

        static Spent until(Path folder) throws IOException {
            return new Spent(
                    ProcessorTime.ofThisJvm(),
                    ProcessorTime.ofThreads(COMPILERS),
                    ProcessorTime.ofThreads(COLLECTORS),
                    ProcessorTime.ofPostgres(folder));
        }

        Spent since(Spent before) {
            return new Spent(
                    jvm - before.jvm,
                    compiling - before.compiling,
                    collecting - before.collecting,
                    postgres - before.postgres);
        }

        Spent each(int rows) {
            return new Spent(jvm / rows, compiling / rows, collecting / rows, postgres / rows);
        }

        double atWork() {
            return jvm - compiling - collecting;
        }
    }
}
