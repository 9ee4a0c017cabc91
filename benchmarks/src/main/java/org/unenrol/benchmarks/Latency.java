package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.unenrol.model.Mode;

/**
 * From the upload of 100 rows until their results can be read: while nothing else runs and while a
 * large import does, on a platform that answers at once and on one that takes its time.
 */
final class Latency implements Measure {

    private static final int ROWS = 100;
    private static final int WARM_UP = 20;
    private static final int FIVE = 5;
    private static final int MANY_IMPORTS = 200;
    private static final int LARGEST = 30_000;
    private static final int WAITING_WORKERS = 4;
    private static final Duration POLL = Duration.ofMillis(5);

    @Override
    public List<Figure> take(Bench bench) throws IOException {
        Path folder = bench.newFolder("latency");
        int rows = bench.settings().rows();
        List<String> arguments = List.of("--unenrol.upload.max-rows=" + rows);
        List<Figure> figures = new ArrayList<>();
        try (Deployment deployment = Deployment.Kind.STANDALONE.start(folder, arguments)) {
            Roster roster =
                    new Roster(deployment.infrastructure().postgres().dataSource(), rows)
                            .populate();
            roster.reset();
            Path small = roster.file(folder.resolve("small.csv"), ROWS);
            Path large = roster.file(folder.resolve("large.csv"), rows);
            Samples samples = new Samples(deployment.imports(), small, folder);
            samples.take(WARM_UP);
            figures.addAll(
                    figures("idle", samples.take(bench.settings().samples()), "≤ 250 ms", ""));
            bench.say("idle: done; now beside an import of %,d rows".formatted(rows));
            figures.addAll(
                    figures(
                            "beside %,d rows".formatted(rows),
                            samples.takeBeside(large, bench.settings().samples()),
                            "",
                            "≤ 1,000 ms"));
        }
        figures.addAll(besideManyImports(bench));
        figures.addAll(onSlowPlatform(bench));
        figures.addAll(besideOnWaitingPlatform(bench));
        return figures;
    }

    /** Imports of many sizes, in all of about as many rows as a minute settles. */
    private static List<Figure> besideManyImports(Bench bench) throws IOException {
        bench.say("now five rows beside %d imports".formatted(MANY_IMPORTS));
        Path folder = bench.newFolder("latency-many");
        try (Deployment deployment = Deployment.Kind.STANDALONE.start(folder, List.of())) {
            Roster roster =
                    new Roster(deployment.infrastructure().postgres().dataSource(), LARGEST)
                            .populate();
            roster.reset();
            Path small = roster.file(folder.resolve("small.csv"), FIVE);
            Samples samples = new Samples(deployment.imports(), small, folder);
            samples.take(WARM_UP);
            Path middling = roster.file(folder.resolve("middling.csv"), LARGEST / 10);
            Path large = roster.file(folder.resolve("large.csv"), LARGEST);
            List<String> others = new ArrayList<>();
            for (int i = 0; i < MANY_IMPORTS; i++) {
                Path file = i % 10 == 0 ? large : middling;
                others.add(deployment.imports().start(file, Mode.VERIFY_ONLY));
            }
            Times times = samples.take(bench.settings().samples());
            bench.say(
                    "%d of the %d still run"
                            .formatted(deployment.imports().running(others), MANY_IMPORTS));
            return figures(
                    "five rows beside %d imports".formatted(MANY_IMPORTS), times, "", "≤ 1,000 ms");
        }
    }

    private static List<Figure> onSlowPlatform(Bench bench) throws IOException {
        bench.say("now on a platform that waits 50 ms for each batch");
        Path folder = bench.newFolder("latency-slow");
        try (WaitingDeployment deployment =
                WaitingDeployment.start(folder, SlowPlatform.Wait.BATCH_50_MS, 1)) {
            Roster roster =
                    new Roster(deployment.infrastructure().postgres().dataSource(), ROWS)
                            .populate();
            roster.reset();
            Path small = roster.file(folder.resolve("small.csv"), ROWS);
            Samples samples = new Samples(deployment.imports(), small, folder);
            samples.take(WARM_UP);
            return figures(
                    "platform of 50 ms a batch", samples.take(bench.settings().samples()), "", "");
        }
    }

    private static List<Figure> besideOnWaitingPlatform(Bench bench) throws IOException {
        int rows = bench.settings().waitingRows() * WAITING_WORKERS;
        String what = "beside %,d rows, 10 ms a row".formatted(rows);
        bench.say("now " + what);
        Path folder = bench.newFolder("latency-waiting");
        try (WaitingDeployment deployment =
                WaitingDeployment.start(folder, SlowPlatform.Wait.ROW_10_MS, WAITING_WORKERS)) {
            Roster roster =
                    new Roster(deployment.infrastructure().postgres().dataSource(), rows)
                            .populate();
            roster.reset();
            Path small = roster.file(folder.resolve("small.csv"), ROWS);
            Path large = roster.file(folder.resolve("large.csv"), rows);
            Samples samples = new Samples(deployment.imports(), small, folder);
            samples.take(1);
            return figures(what, samples.takeBeside(large, bench.settings().samples()), "", "");
        }
    }

    private static List<Figure> figures(
            String when, Times times, String medianTarget, String percentileTarget) {
        return List.of(
                new Figure(when + ", median", times.medianMillis(), "ms", medianTarget),
                new Figure(
                        when + ", 95th percentile",
                        times.percentileMillis(0.95),
                        "ms",
                        percentileTarget));
    }

    /** Small imports, one after the other. */
    private record Samples(TimedImports imports, Path small, Path folder) {

        Times take(int count) throws IOException {
            Times times = new Times();
            for (int i = 0; i < count; i++) {
                times.add(imports.run(small, Mode.APPLY, folder.resolve("results.csv"), POLL));
            }
            return times;
        }

        /** As many as can be while the large import has rows without an outcome. */
        Times takeBeside(Path large, int atMost) throws IOException {
            String id = imports.start(large, Mode.APPLY);
            int rows = Math.toIntExact(lines(large) - 1);
            Times times = new Times();
            for (int i = 0; i < atMost && imports.processed(id) < rows; i++) {
                times.add(imports.run(small, Mode.APPLY, folder.resolve("results.csv"), POLL));
            }
            imports.await(id, folder.resolve("large-results.csv"), Duration.ofMillis(100));
            return times;
        }

        private static long lines(Path file) throws IOException {
            try (var lines = java.nio.file.Files.lines(file)) {
                return lines.count();
            }
        }
    }
}
