package org.unenrol.guarantees.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unenrol.guarantees.network.Proxy;
import org.unenrol.infrastructure.Ports;
import org.unenrol.test.process.ChildProcess;
import org.unenrol.test.process.Signals;

/** The database, processes of its own; the services reach it through a proxy, we do not. */
public final class Database {

    /** By which the history tells our own changes from the product's. */
    public static final String OURS = "guarantees";

    private final Path folder;
    private final int port = Ports.free();
    private final Proxy proxy = Proxy.start(Ports.free(), port);
    private @Nullable ChildProcess process;

    Database(Path folder) {
        this.folder = folder;
    }

    /** The proxy that the services go through. */
    public Proxy proxy() {
        return proxy;
    }

    /** Starts it and returns at once. */
    public void start() {
        process =
                InfrastructureProgram.start(
                        folder.resolve("database.log"),
                        "-Xmx64m",
                        "database",
                        data().toString(),
                        Integer.toString(port));
    }

    /** Waits until it answers. */
    public void awaitReady() {
        Awaitility.await("the database answers, see " + folder)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(this::answers);
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException | UncheckedIOException e) {
            return false;
        }
    }

    /** Stops it hard: no session is ended in order, the next start has to recover. */
    public void crash() {
        if (process != null) {
            process.kill();
        }
        long postmaster = postmaster();
        Signals.send("QUIT", postmaster);
        Awaitility.await("the database is gone")
                .atMost(Duration.ofMinutes(1))
                .until(() -> ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive).isEmpty());
    }

    private long postmaster() {
        return Long.parseLong(
                read(data().resolve("data/postmaster.pid"))
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .strip());
    }

    /** A connection past the proxy, to be closed. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(directUrl(), credentials());
    }

    /** Connects past the proxy for each statement. */
    public JdbcClient jdbc() {
        DriverManagerDataSource source = new DriverManagerDataSource(directUrl());
        source.setConnectionProperties(credentials());
        return JdbcClient.create(source);
    }

    /** Likewise, under a name of its own: what it changes the history notes. */
    public JdbcClient jdbc(String applicationName) {
        DriverManagerDataSource source = new DriverManagerDataSource(directUrl());
        Properties properties = credentials();
        properties.setProperty("ApplicationName", applicationName);
        source.setConnectionProperties(properties);
        return JdbcClient.create(source);
    }

    private Properties credentials() {
        Properties properties = new Properties();
        properties.setProperty("user", "unenrol");
        properties.setProperty("password", password());
        properties.setProperty("ApplicationName", OURS);
        return properties;
    }

    String password() {
        return read(data().resolve("password")).strip();
    }

    String directUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/unenrol";
    }

    /** The settings that the services are given. */
    List<String> arguments() {
        return List.of(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + proxy.port() + "/unenrol",
                "--spring.datasource.username=unenrol",
                "--spring.datasource.password=" + password());
    }

    private Path data() {
        return folder.resolve("database");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        if (process != null && process.isAlive()) {
            process.end();
        }
        proxy.close();
    }
}
