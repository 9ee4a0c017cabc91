package org.unenrol.guarantees.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.unenrol.infrastructure.JavaCommand;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.infrastructure.LocalPostgres;
import org.unenrol.test.process.ChildProcess;

/** The broker or the database as a process of its own. */
final class InfrastructureProgram {

    private InfrastructureProgram() {}

    /**
     * Starts one of them in a JVM of its own.
     *
     * @param memory the option with the size of its heap
     * @param arguments those of {@link #main}
     */
    static ChildProcess start(Path log, String memory, String... arguments) {
        return ChildProcess.start(
                JavaCommand.of(
                        List.of(memory, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        List.of(InfrastructureProgram.class.getName()),
                        List.of(arguments)),
                log);
    }

    /**
     * Starts one of them and stays.
     *
     * @param arguments which one, its folder, its port, and where the clients of the broker reach
     *     it
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        AutoCloseable server =
                switch (arguments[0]) {
                    case "broker" ->
                            LocalKafka.start(
                                    folder,
                                    port,
                                    Map.of(
                                            "advertised.listeners",
                                            "PLAINTEXT://127.0.0.1:" + arguments[3]));
                    case "database" ->
                            LocalPostgres.start(
                                    folder, port, Map.of("timezone", "America/St_Johns"));
                    default -> throw new IllegalArgumentException(arguments[0]);
                };
        System.out.println(arguments[0] + " started: " + server);
        new CountDownLatch(1).await();
    }
}
