package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.unenrol.model.Mode;

/** The memory that services with a small heap take for a large file. */
final class Memory implements Measure {

    private static final List<String> SMALL = List.of("-Xmx256m");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PROGRESS = Duration.ofSeconds(20);

    @Override
    public List<Figure> take(Bench bench) throws IOException {
        int rows = bench.settings().memoryRows();
        Path folder = bench.newFolder("memory");
        List<String> arguments =
                List.of("--unenrol.upload.max-rows=" + rows, "--unenrol.upload.max-size=1GB");
        try (ServiceProcesses services = ServiceProcesses.start(folder, SMALL, arguments)) {
            Roster roster =
                    new Roster(services.infrastructure().postgres().dataSource(), rows).populate();
            int fewer = rows / 10;
            double before = rate(bench, services, roster, folder, fewer);
            double large = rate(bench, services, roster, folder, rows);
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.of("%,d rows, -Xmx256m".formatted(fewer), before, "rows/s"));
            figures.add(Figure.of("%,d rows, -Xmx256m".formatted(rows), large, "rows/s"));
            for (JavaProcess process : services.processes()) {
                if (process.ranOutOfMemory()) {
                    throw new IllegalStateException(process.name() + " ran out of memory");
                }
                figures.add(
                        Figure.of(
                                process.name() + ", peak resident",
                                process.peakMebibytes(),
                                "MiB"));
            }
            return figures;
        }
    }

    private static double rate(
            Bench bench, ServiceProcesses services, Roster roster, Path folder, int rows)
            throws IOException {
        roster.reset();
        Path csv = roster.file(folder.resolve("upload.csv"), rows);
        long start = System.nanoTime();
        TimedImports imports = services.imports();
        String id = imports.start(csv, Mode.APPLY);
        long said = start;
        int processed = imports.processed(id);
        while (processed < rows) {
            if (System.nanoTime() - said > PROGRESS.toNanos()) {
                bench.say("%,d of %,d rows".formatted(processed, rows));
                said = System.nanoTime();
            }
            Pause.millis(POLL.toMillis());
            processed = imports.processed(id);
        }
        imports.await(id, folder.resolve("results.csv"), POLL);
        return rows / ((System.nanoTime() - start) / 1e9);
    }
}
