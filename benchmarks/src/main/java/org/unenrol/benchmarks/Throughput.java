package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.unenrol.model.Mode;

/**
 * Rows per second from the upload to the results file, and those of a hand-written SQL script for
 * the same file on the same database, taken in turn. The two results files have to be equal.
 */
final class Throughput implements Measure {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Deployment.Kind kind;

    Throughput(Deployment.Kind kind) {
        this.kind = kind;
    }

    @Override
    public List<Figure> take(Bench bench) throws IOException, SQLException {
        BenchmarkSettings settings = bench.settings();
        Path folder = bench.newFolder("throughput");
        List<String> arguments = List.of("--unenrol.upload.max-rows=" + settings.rows());
        try (Deployment deployment = kind.start(folder, arguments)) {
            Roster roster =
                    new Roster(deployment.infrastructure().postgres().dataSource(), settings.rows())
                            .populate();
            Race race = new Race(bench, deployment, roster, folder);
            race.run(settings.fewerRows(), Mode.APPLY, 2);
            List<Figure> figures = new ArrayList<>();
            Race.Result fewer = race.run(settings.fewerRows(), Mode.APPLY, settings.repeats());
            Race.Result many = race.run(settings.rows(), Mode.APPLY, settings.repeats());
            figures.addAll(fewer.figures());
            figures.addAll(many.figures());
            figures.add(
                    Figure.ratio(
                            "rows/s, more rows to fewer", many.rate() / fewer.rate(), "≥ 0.9"));
            figures.addAll(
                    race.run(settings.rows(), Mode.VERIFY_ONLY, settings.repeats()).figures());
            return figures;
        }
    }

    /** The product and the script, in turn. */
    private record Race(Bench bench, Deployment deployment, Roster roster, Path folder) {

        Result run(int rows, Mode mode, int repeats) throws IOException, SQLException {
            Path csv = roster.file(folder.resolve("upload.csv"), rows);
            Times product = new Times();
            Times script = new Times();
            for (int i = 0; i < repeats; i++) {
                roster.reset();
                script.add(
                        new ReferenceScript(deployment.infrastructure().postgres().dataSource())
                                .run(csv, mode, folder.resolve("script.csv")));
                roster.reset();
                product.add(
                        deployment.imports().run(csv, mode, folder.resolve("product.csv"), POLL));
                compare();
                bench.say(
                        "%,d rows, %s: %,.0f rows/s, the script %,.0f rows/s"
                                .formatted(
                                        rows,
                                        mode,
                                        product.rowsPerSecond(rows),
                                        script.rowsPerSecond(rows)));
            }
            return new Result(
                    "%,d rows, %s".formatted(rows, mode),
                    product.rowsPerSecond(rows),
                    script.rowsPerSecond(rows),
                    mode);
        }

        private void compare() throws IOException {
            long difference =
                    Files.mismatch(folder.resolve("script.csv"), folder.resolve("product.csv"));
            if (difference >= 0) {
                throw new IllegalStateException("the results differ at byte " + difference);
            }
        }

        private record Result(String what, double rate, double scriptRate, Mode mode) {

            List<Figure> figures() {
                return List.of(
                        Figure.of(what, rate, "rows/s"),
                        Figure.of(what + ", the SQL script", scriptRate, "rows/s"),
                        Figure.ratio(
                                what + ", to the script",
                                rate / scriptRate,
                                mode == Mode.APPLY ? "≥ 1.0" : ""));
            }
        }
    }
}
