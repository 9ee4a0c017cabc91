package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.unenrol.model.Mode;

/**
 * The processor time that a row takes in all processes when it comes by a request with an answer of
 * its own, to that of a row of a file, in turn; and from the publication of five rows until their
 * last answer, while nothing else runs and beside a large request.
 */
final class Requests implements Measure {

    private static final int FIVE = 5;
    private static final int WARM_UP = 20;
    private static final Duration POLL = Duration.ofMillis(100);

    @Override
    public List<Figure> take(Bench bench) throws IOException {
        int rows = bench.settings().rows();
        Path folder = bench.newFolder("requests");
        List<String> arguments =
                Stream.concat(
                                Stream.of(
                                        "--unenrol.upload.max-rows=" + rows,
                                        "--unenrol.upload.max-size=1GB"),
                                EventRequest.settings())
                        .toList();
        try (ServiceProcesses services =
                        ServiceProcesses.start(folder, bench.settings().heap(), arguments);
                RequestSystem system = new RequestSystem(services.infrastructure().kafka())) {
            Roster roster =
                    new Roster(services.infrastructure().postgres().dataSource(), rows).populate();
            Race race = new Race(bench, services, system, roster, folder);
            race.run(bench.settings().fewerRows(), 2);
            List<Figure> figures = new ArrayList<>(race.run(rows, bench.settings().repeats()));
            figures.addAll(race.fiveRows());
            for (JavaProcess process : services.processes()) {
                figures.add(Figure.of(process.name() + ", peak", process.peakMebibytes(), "MiB"));
            }
            return figures;
        }
    }

    /** By file and by request, in turn. */
    private record Race(
            Bench bench,
            ServiceProcesses services,
            RequestSystem system,
            Roster roster,
            Path folder) {

        List<Figure> run(int rows, int repeats) throws IOException {
            Path csv = roster.file(folder.resolve("upload.csv"), rows);
            List<Double> byFile = new ArrayList<>();
            List<Double> byRequest = new ArrayList<>();
            for (int i = 0; i < repeats; i++) {
                byFile.add(microsOfFile(csv, rows));
                byRequest.add(microsOfRequest("large-%d-%d".formatted(rows, i), rows));
                bench.say(
                        "%,d rows: by file %.0f µs a row, by request %.0f µs"
                                .formatted(rows, byFile.get(i), byRequest.get(i)));
            }
            return List.of(
                    Figure.of("%,d rows by file".formatted(rows), median(byFile), "µs/row"),
                    Figure.of("%,d rows by request".formatted(rows), median(byRequest), "µs/row"),
                    Figure.ratio(
                            "by request, to by file", median(byRequest) / median(byFile), "≤ 1.2"));
        }

        private double microsOfFile(Path csv, int rows) throws IOException {
            roster.reset();
            double before = micros();
            services.imports().run(csv, Mode.APPLY, folder.resolve("results.csv"), POLL);
            return (micros() - before) / rows;
        }

        private double microsOfRequest(String requestId, int rows) throws IOException {
            roster.reset();
            EventRequest request = new EventRequest(requestId, roster.order(rows));
            double before = micros();
            Duration time = system.run(request);
            double micros = (micros() - before) / rows;
            bench.say("%,d rows by request in %d s".formatted(rows, time.toSeconds()));
            return micros;
        }

        /** Of all services, the database, and this one with broker, mail server and clients. */
        private double micros() throws IOException {
            return ProcessorTime.ofThisJvm()
                    + ProcessorTime.ofPostgres(folder)
                    + services.processes().stream()
                            .mapToDouble(one -> ProcessorTime.ofProcess(one.process().handle()))
                            .sum();
        }

        private static double median(List<Double> all) {
            return all.stream().sorted().toList().get((all.size() - 1) / 2);
        }

        List<Figure> fiveRows() {
            roster.reset();
            Times idle = new Times();
            for (int i = 0; i < WARM_UP + bench.settings().samples(); i++) {
                Duration time = system.run(five("idle-" + i));
                if (i >= WARM_UP) {
                    idle.add(time);
                }
            }
            Times beside = new Times();
            EventRequest large = new EventRequest("beside", roster.order(bench.settings().rows()));
            system.publish(large);
            int samples = 0;
            while (samples < bench.settings().samples() && !system.isCompleted("beside")) {
                beside.add(system.run(five("beside-" + samples++)));
            }
            boolean over = system.isCompleted("beside");
            system.awaitCompleted("beside");
            bench.say("%d requests beside it%s".formatted(samples, over ? ", until its end" : ""));
            return Stream.of(
                            figures("five rows", idle, ""),
                            figures(
                                    "five rows beside %,d".formatted(large.learners().length),
                                    beside,
                                    "≤ 1,000 ms"))
                    .flatMap(List::stream)
                    .toList();
        }

        private EventRequest five(String requestId) {
            return new EventRequest(requestId, Arrays.copyOf(roster.order(FIVE), FIVE));
        }

        private static List<Figure> figures(String what, Times times, String target) {
            return List.of(
                    Figure.of(what + ", median", times.medianMillis(), "ms"),
                    new Figure(
                            what + ", 95th percentile",
                            times.percentileMillis(0.95),
                            "ms",
                            target));
        }
    }
}
