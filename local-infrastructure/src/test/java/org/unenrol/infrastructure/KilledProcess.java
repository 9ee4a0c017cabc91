package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Another JVM that runs the servers in a folder, has left its traces there, and waits to be killed.
 */
final class KilledProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private KilledProcess(Process process) {
        this.process = process;
    }

    static KilledProcess start(LocalInfrastructureSettings settings) throws IOException {
        Process process =
                JavaCommand.of(
                                List.of(),
                                List.of(KilledProcess.class.getName()),
                                List.of(
                                        settings.folder().toString(),
                                        Integer.toString(settings.kafkaPort()),
                                        Integer.toString(settings.postgresPort()),
                                        Integer.toString(settings.smtpPort())))
                        .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said = out.lines().takeWhile(line -> !line.equals(READY)).toList();
            if (!process.isAlive()) {
                throw new IOException("The other JVM failed: " + said);
            }
        }
        return new KilledProcess(process);
    }

    public static void main(String[] arguments) throws Exception {
        LocalInfrastructure local =
                LocalInfrastructure.start(
                        new LocalInfrastructureSettings(
                                Path.of(arguments[0]),
                                Integer.parseInt(arguments[1]),
                                Integer.parseInt(arguments[2]),
                                Integer.parseInt(arguments[3])));
        Traces.leaveIn(local);
        System.out.println(READY);
        Thread.currentThread().join();
    }

    long pid() {
        return process.pid();
    }

    /** By a signal that it cannot catch. */
    void kill() {
        Process killed = process.destroyForcibly().onExit().join();
        assertThat(killed.isAlive()).isFalse();
    }

    @Override
    public void close() {
        kill();
    }
}
