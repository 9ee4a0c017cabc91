package org.unenrol.test.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;
import org.unenrol.infrastructure.LocalPostgres;
import org.unenrol.test.sql.RecordingDataSource;

/** A server of its own, gone with the JVM. The statements that it executes are recorded. */
public final class TestDatabase {

    private final LocalPostgres server;

    private TestDatabase(LocalPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param name begins the name of its folder
     * @param timeZone best one that betrays code that relies on it
     */
    public static TestDatabase start(String name, String timeZone) {
        try {
            Path folder = Files.createTempDirectory(name);
            LocalPostgres server = LocalPostgres.start(folder, 0, Map.of("timezone", timeZone));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            return new TestDatabase(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(LocalPostgres server, Path folder) {
        server.close();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    /** The address of the database that is there from the start. */
    public String jdbcUrl() {
        return server.jdbcUrl();
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    /** Connections to the database that is there from the start. */
    public DataSource dataSource() {
        return pool(server.jdbcUrl());
    }

    /** Connections to another database on the same server, which must exist. */
    public DataSource dataSource(String database) {
        return pool(server.jdbcUrl().replaceFirst("/[^/]*$", "/" + database));
    }

    private DataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        return new RecordingDataSource(pool);
    }
}
