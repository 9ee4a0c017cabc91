package org.unenrol.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unenrol.infrastructure.JavaCommand;
import org.unenrol.infrastructure.Ports;
import org.unenrol.test.process.ChildProcess;
import org.unenrol.test.process.Readiness;

/**
 * A service as a process.
 *
 * @param name tells it from the others
 * @param url the address at which it answers
 */
record JavaProcess(String name, String url, ChildProcess process) {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    static JavaProcess start(
            String name, Path log, List<String> jvm, Path jar, List<String> arguments) {
        int port = Ports.free();
        List<String> all = new ArrayList<>(arguments);
        all.add("--server.port=" + port);
        ProcessBuilder program = JavaCommand.of(jvm, List.of("-jar", jar.toString()), all);
        return new JavaProcess(name, "http://localhost:" + port, ChildProcess.start(program, log));
    }

    /** Waits until it says that it is ready, and tells after how long since its start. */
    Duration awaitReady() {
        long start = process.handle().info().startInstant().orElseThrow().toEpochMilli();
        while (!Readiness.of(URI.create(url))) {
            Duration waited = Duration.ofMillis(System.currentTimeMillis() - start);
            if (!process.isAlive() || waited.compareTo(LONGEST_START) > 0) {
                throw new IllegalStateException(name + " does not start: " + process.said());
            }
            Pause.millis(20);
        }
        return Duration.ofMillis(System.currentTimeMillis() - start);
    }

    /** The most memory that it has had resident, in MiB, as Linux counts it. */
    double peakMebibytes() throws IOException {
        Path status = Path.of("/proc/" + process.handle().pid() + "/status");
        try (Stream<String> lines = Files.lines(status)) {
            String peak = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Long.parseLong(peak.replaceAll("\\D", "")) / 1024.0;
        }
    }

    /** Tells whether the JVM has ever run out of memory. */
    boolean ranOutOfMemory() {
        return !process.isAlive() || process.said().contains("OutOfMemoryError");
    }

    void stop() {
        process.end();
    }
}
