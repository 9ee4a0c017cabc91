package org.unenrol.standalone;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unenrol.test.api.ApiClient;

/** The standalone program as a process of its own, to be killed. */
final class ChildProcess implements AutoCloseable {

    private static final String PASSWORD = "a password for tests";

    private final Path folder;
    private final int httpPort = freePort();
    private final int postgresPort = freePort();
    private Process process;

    ChildProcess(Path folder) {
        this.folder = folder;
    }

    void start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StandaloneApplication.class.getName(),
                                "--unenrol.ledger.lease=3s",
                                "--unenrol.ledger.stalled-after=3s"));
        builder.environment()
                .putAll(
                        Map.of(
                                "SERVER_PORT",
                                Integer.toString(httpPort),
                                "UNENROL_DATA_DIR",
                                folder.resolve("data").toString(),
                                "UNENROL_KAFKA_PORT",
                                "0",
                                "UNENROL_SMTP_PORT",
                                "0",
                                "UNENROL_POSTGRES_PORT",
                                Integer.toString(postgresPort),
                                "UNENROL_ADMIN_PASSWORD",
                                PASSWORD));
        File log = folder.resolve("log.txt").toFile();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        process = builder.start();
        Awaitility.await("the program answers, see " + log)
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> api().get("/api/v1/imports").status() == 200);
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    ApiClient api() {
        return ApiContract.client("http://localhost:" + httpPort, "global.admin", PASSWORD);
    }

    JdbcClient jdbc() throws IOException {
        String password = Files.readString(folder.resolve("data/postgres/password")).strip();
        return JdbcClient.create(
                new DriverManagerDataSource(
                        "jdbc:postgresql://127.0.0.1:" + postgresPort + "/unenrol",
                        "unenrol",
                        password));
    }

    /** Ends it in good order, so that its database ends too. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
