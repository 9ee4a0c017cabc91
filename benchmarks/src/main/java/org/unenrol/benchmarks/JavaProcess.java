package org.unenrol.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unenrol.infrastructure.JavaCommand;
import org.unenrol.infrastructure.Ports;

/** A service as a process. */
final class JavaProcess {

    private static final int OK = 200;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final Path log;
    private final int port;
    private final Process process;

    private JavaProcess(String name, Path log, int port, Process process) {
        this.name = name;
        this.log = log;
        this.port = port;
        this.process = process;
    }

    static JavaProcess start(
            String name, Path log, List<String> jvm, Path jar, List<String> arguments)
            throws IOException {
        int port = Ports.free();
        List<String> all = new ArrayList<>(arguments);
        all.add("--server.port=" + port);
        ProcessBuilder builder = JavaCommand.of(jvm, List.of("-jar", jar.toString()), all);
        return new JavaProcess(name, log, port, builder.redirectOutput(log.toFile()).start());
    }

    String name() {
        return name;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Waits until it says that it is ready, and tells after how long since its start. */
    Duration awaitReady() throws IOException {
        long start = process.info().startInstant().orElseThrow().toEpochMilli();
        while (!isReady()) {
            Duration waited = Duration.ofMillis(System.currentTimeMillis() - start);
            if (!process.isAlive() || waited.compareTo(LONGEST_START) > 0) {
                throw new IllegalStateException(name + " does not start: " + Files.readString(log));
            }
            Pause.millis(20);
        }
        return Duration.ofMillis(System.currentTimeMillis() - start);
    }

    private boolean isReady() {
        try {
            URI readiness = URI.create(url() + "/actuator/health/readiness");
            return HTTP.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The most memory that it has had resident, in MiB, as Linux counts it. */
    double peakMebibytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            String peak = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Long.parseLong(peak.replaceAll("\\D", "")) / 1024.0;
        }
    }

    /** Tells whether the JVM has ever run out of memory. */
    boolean ranOutOfMemory() throws IOException {
        return !process.isAlive() || Files.readString(log).contains("OutOfMemoryError");
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }
}
