package org.unenrol.guarantees.system;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.infrastructure.LocalPostgres;

/** The broker or the database as a process of its own. */
final class InfrastructureProgram {

    private InfrastructureProgram() {}

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
