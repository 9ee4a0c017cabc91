package org.unenrol.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A command that starts standalone. */
final class StandaloneStart {

    private static final String TARGET = "≤ 12 s";

    private final List<String> command;

    StandaloneStart(List<String> command) {
        this.command = command;
    }

    Figure figure(Bench bench, String what, Path data) throws IOException {
        Figure figure = new Figure(what, ready(data).toMillis() / 1e3, "s", TARGET);
        bench.say("%s: %.1f s".formatted(what, figure.value()));
        return figure;
    }

    /**
     * Starts it, waits until it says that it is ready, and stops it again.
     *
     * @param data its data folder
     */
    Duration ready(Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("UNENROL_DATA_DIR", data.toString());
        builder.environment().put("SERVER_PORT", "0");
        for (String port : List.of("KAFKA", "POSTGRES", "SMTP")) {
            builder.environment().put("UNENROL_" + port + "_PORT", "0");
        }
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.contains("is ready on")) {
                line = said.readLine();
            }
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (line == null) {
                throw new IllegalStateException(
                        String.join(" ", command) + " has ended without being ready");
            }
            stop(process, said);
            return time;
        }
    }

    /** Maven's JVM starts another one for the program; what they still say has to be read. */
    private static void stop(Process process, BufferedReader said) throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.toHandle().destroy();
        said.transferTo(Writer.nullWriter());
        process.onExit().join();
    }
}
