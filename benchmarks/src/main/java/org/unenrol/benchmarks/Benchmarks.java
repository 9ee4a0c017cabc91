package org.unenrol.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Takes the measures that are asked for and prints a table; the same figures go to a JSON file. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs in a temporary folder, with servers and services of its own.
     *
     * @param arguments see {@link BenchmarkSettings}
     */
    public static void main(String[] arguments) throws Exception {
        BenchmarkSettings settings = BenchmarkSettings.of(arguments);
        Path folder = Files.createTempDirectory("unenrol-benchmarks");
        Report report = new Report();
        int status = 0;
        try {
            take(settings, new Bench(settings, folder), report);
            FileSystemUtils.deleteRecursively(folder);
        } catch (Exception e) {
            System.err.printf("See the logs in %s%n", folder);
            e.printStackTrace();
            status = 1;
        }
        report.print();
        report.writeTo(settings.json());
        System.exit(status);
    }

    private static void take(BenchmarkSettings settings, Bench bench, Report report)
            throws Exception {
        for (MeasureName name : settings.measures()) {
            bench.say("measuring %s".formatted(name));
            List<Figure> figures = name.measure().take(bench);
            report.add(name, figures);
        }
    }
}
