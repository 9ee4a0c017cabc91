package org.unenrol.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unenrol.infrastructure.JavaCommand;
import org.unenrol.standalone.StandaloneApplication;

/** From the start of a process until it is ready: the first start in an empty folder, and later. */
final class Start implements Measure {

    private static final Path PACKAGED = Path.of("standalone", "target");

    @Override
    public List<Figure> take(Bench bench) throws IOException {
        List<Figure> figures = new ArrayList<>();
        Path data = bench.newFolder("start");
        figures.add(figure("standalone, first start", standalone(data), "≤ 12 s"));
        figures.add(figure("standalone, later start", standalone(data), ""));
        try (ServiceProcesses services =
                ServiceProcesses.start(bench.newFolder("start"), List.of(), List.of())) {
            services.startTimes().forEach((name, time) -> figures.add(figure(name, time, "")));
        }
        return figures;
    }

    private static Figure figure(String what, Duration time, String target) {
        return new Figure(what, time.toMillis() / 1e3, "s", target);
    }

    private static Duration standalone(Path data) throws IOException {
        List<String> program =
                packaged()
                        .map(jar -> List.of("-jar", jar.toString()))
                        .orElseGet(() -> List.of(StandaloneApplication.class.getName()));
        ProcessBuilder builder = JavaCommand.of(List.of(), program, List.of("--server.port=0"));
        builder.environment().put("UNENROL_DATA_DIR", data.toString());
        for (String port : List.of("KAFKA", "POSTGRES", "SMTP")) {
            builder.environment().put("UNENROL_" + port + "_PORT", "0");
        }
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.contains("is ready")) {
                line = said.readLine();
            }
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (line == null) {
                throw new IllegalStateException("standalone has ended without being ready");
            }
            return time;
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    private static Optional<Path> packaged() throws IOException {
        if (!Files.isDirectory(PACKAGED)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(PACKAGED)) {
            return files.filter(file -> file.toString().endsWith("-app.jar")).findFirst();
        }
    }
}
