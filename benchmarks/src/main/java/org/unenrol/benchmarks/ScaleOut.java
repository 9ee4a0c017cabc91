package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.unenrol.model.Mode;

/** The gain of more workers where each row waits for a remote platform. */
final class ScaleOut implements Measure {

    private static final List<Integer> WORKERS = List.of(1, 2, 4, 8);
    private static final Duration POLL = Duration.ofMillis(20);

    @Override
    public List<Figure> take(Bench bench) throws IOException {
        List<Figure> figures = new ArrayList<>();
        double one = 0;
        for (int workers : WORKERS) {
            double rate = rate(bench, workers);
            one = workers == 1 ? rate : one;
            bench.say("%d workers: %,.0f rows/s".formatted(workers, rate));
            String what = workers + (workers == 1 ? " worker" : " workers");
            figures.add(Figure.of(what + ", 10 ms a row", rate, "rows/s"));
            figures.add(Figure.ratio(what + ", to one", rate / one, workers == 4 ? "≥ 3.6" : ""));
        }
        return figures;
    }

    private static double rate(Bench bench, int workers) throws IOException {
        int rows = bench.settings().waitingRows();
        Path folder = bench.newFolder("scale-out");
        try (WaitingDeployment deployment =
                WaitingDeployment.start(folder, SlowPlatform.Wait.ROW_10_MS, workers)) {
            Roster roster =
                    new Roster(deployment.infrastructure().postgres().dataSource(), rows)
                            .populate();
            roster.reset();
            TimedImports imports = deployment.imports();
            Path results = folder.resolve("results.csv");
            imports.run(
                    roster.file(folder.resolve("warm.csv"), 100), Mode.VERIFY_ONLY, results, POLL);
            Times times = new Times();
            times.add(
                    imports.run(
                            roster.file(folder.resolve("upload.csv"), rows),
                            Mode.APPLY,
                            results,
                            POLL));
            return times.rowsPerSecond(rows);
        }
    }
}
