package org.unenrol.standalone;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unenrol.infrastructure.JavaCommand;
import org.unenrol.infrastructure.Ports;
import org.unenrol.test.api.ApiClient;
import org.unenrol.test.kafka.TestTopics;
import org.unenrol.test.process.ChildProcess;

/** The standalone program as a process of its own, to be killed. */
final class StandaloneProcess implements AutoCloseable {

    private static final String PASSWORD = "a password for tests";

    private final Path folder;
    private final int httpPort = Ports.free();
    private final int postgresPort = Ports.free();
    private final int kafkaPort = Ports.free();
    private ChildProcess process;

    StandaloneProcess(Path folder) {
        this.folder = folder;
    }

    void start() {
        ProcessBuilder program =
                JavaCommand.of(
                        List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"),
                        List.of(StandaloneApplication.class.getName()),
                        List.of("--unenrol.ledger.lease=3s", "--unenrol.ledger.stalled-after=3s"));
        program.environment()
                .putAll(
                        Map.of(
                                "SERVER_PORT",
                                Integer.toString(httpPort),
                                "UNENROL_DATA_DIR",
                                folder.resolve("data").toString(),
                                "UNENROL_KAFKA_PORT",
                                Integer.toString(kafkaPort),
                                "UNENROL_SMTP_PORT",
                                "0",
                                "UNENROL_POSTGRES_PORT",
                                Integer.toString(postgresPort),
                                "UNENROL_ADMIN_PASSWORD",
                                PASSWORD));
        Path log = folder.resolve("log.txt");
        process = ChildProcess.start(program, log);
        Awaitility.await("the program answers, see " + log)
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> api().get("/api/v1/imports").status() == 200);
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.kill();
    }

    ApiClient api() {
        return ApiContract.client("http://localhost:" + httpPort, "global.admin", PASSWORD);
    }

    /** With the password that its data folder keeps. */
    TestTopics topics() throws IOException {
        Properties password = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("data/kafka/client.properties"))) {
            password.load(in);
        }
        Map<String, String> client = new HashMap<>();
        password.stringPropertyNames()
                .forEach(name -> client.put(name, password.getProperty(name)));
        return new TestTopics("localhost:" + kafkaPort, client);
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
        process.end();
    }
}
