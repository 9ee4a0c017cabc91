package org.unenrol.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL server with one database, in which {@link #user()} may do everything. What is
 * committed is on the disk.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String DATABASE = "unenrol";

    private final FolderLock lock;
    private final PostgresServer server;
    private final String password;
    private final int port;
    private boolean closed;

    private LocalPostgres(FolderLock lock, PostgresServer server, String password, int port) {
        this.lock = lock;
        this.server = server;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the server with its usual settings, time zone UTC, and waits until it answers. Unless
     * it is closed before, it is stopped when the JVM exits.
     *
     * @param folder keeps its data
     * @param port 0 for a free one
     * @throws LocalInfrastructureException when the folder or the port is in use, or PostgreSQL
     *     fails
     */
    public static LocalPostgres start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /**
     * Starts the server with other settings.
     *
     * @param serverSettings what to set in {@code postgresql.conf}, beside or instead of the usual
     */
    public static LocalPostgres start(Path folder, int port, Map<String, String> serverSettings) {
        LocalPostgres started = startForOwner(folder, port, serverSettings);
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop PostgreSQL"));
        return started;
    }

    /** Starts a server that its owner closes: at exit it may still be needed by others' hooks. */
    static LocalPostgres startForOwner(Path folder, int port, Map<String, String> serverSettings) {
        return FolderLock.start(
                folder, lock -> start(lock, new PostgresServer(folder), port, serverSettings));
    }

    private static LocalPostgres start(
            FolderLock lock, PostgresServer server, int port, Map<String, String> serverSettings)
            throws IOException {
        server.stopOrphan();
        WantedPort wanted = WantedPort.ofPostgres(port);
        Ports.requireFree(wanted);
        server.initialise();
        String password = server.password();
        int taken =
                Ports.start(
                        wanted,
                        chosen -> server.start(new PostgresSettings(chosen, serverSettings)));
        LocalPostgres started = new LocalPostgres(lock, server, password, taken);
        started.createDatabase();
        return started;
    }

    private void createDatabase() {
        try (Connection connection = dataSource("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.executeUpdate("create database " + DATABASE);
            }
        } catch (SQLException e) {
            server.stop();
            throw new LocalInfrastructureException(
                    "PostgreSQL does not let its own user in: " + e.getMessage(), e);
        }
    }

    /** The database, without the credentials. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + database;
    }

    /** A superuser. */
    public String user() {
        return PostgresServer.USER;
    }

    /** The password of {@link #user()}; it stays the same for the life of the folder. */
    public String password() {
        return password;
    }

    /** The port or address on which it listens. */
    public int port() {
        return port;
    }

    /** Opens a new connection each time: for more than a few, put a pool before it. */
    public DataSource dataSource() {
        return dataSource(DATABASE);
    }

    private DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(user());
        source.setPassword(password);
        return source;
    }

    /** Ends all sessions and stops the server. Can be called again. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Closing.inOrder(server::stop, lock::close);
        }
    }
}
