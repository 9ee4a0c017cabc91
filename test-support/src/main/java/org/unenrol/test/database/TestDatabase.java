package org.unenrol.test.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.util.FileSystemUtils;
import org.unenrol.infrastructure.LocalPostgres;
import org.unenrol.test.sql.RecordingDataSource;

/** A server of its own, gone with the JVM. The statements that it executes are recorded. */
public final class TestDatabase implements JdbcConnectionDetails {

    private final LocalPostgres server;
    private final DataSource dataSource;
    private final JdbcClient jdbc;

    private TestDatabase(LocalPostgres server) {
        this.server = server;
        this.dataSource = pool(server.jdbcUrl());
        this.jdbc = JdbcClient.create(dataSource);
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

    /** Makes a schema, as the migrations in its folder have it. */
    public TestDatabase with(String schema) {
        return with(database -> migrationOf(schema, database));
    }

    /** Makes a schema by its migrations. */
    public TestDatabase with(Function<DataSource, Flyway> migration) {
        migration.apply(dataSource).migrate();
        return this;
    }

    /** The migrations in the folder of a schema. */
    public static Flyway migrationOf(String schema, DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("classpath:db/migration/" + schema)
                .load();
    }

    /**
     * Brings a schema as far as one of its migrations.
     *
     * @param last the version of that migration
     */
    public static void migrate(Flyway schema, String last) {
        Flyway.configure().configuration(schema.getConfiguration()).target(last).load().migrate();
    }

    @Override
    public String getJdbcUrl() {
        return server.jdbcUrl();
    }

    @Override
    public String getUsername() {
        return server.user();
    }

    @Override
    public String getPassword() {
        return server.password();
    }

    /** Connections to the database that is there from the start. */
    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public DataSourceTransactionManager transactions() {
        return new DataSourceTransactionManager(dataSource);
    }

    /** Connections to another database on the same server, made empty. */
    public DataSource another(String name) {
        return pool(urlOfAnother(name));
    }

    /** The address of another database on the same server, made empty. */
    public String urlOfAnother(String name) {
        jdbc.sql("create database " + name).update();
        return server.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
    }

    private DataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        return new RecordingDataSource(pool);
    }

    /** By the clock of the database. */
    public Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Puts times back by as much as time is to go on; forward for a negative one. */
    public void letPass(Duration time, String table, String... columns) {
        for (String column : columns) {
            jdbc.sql("update %1$s set %2$s = %2$s - ?::interval".formatted(table, column))
                    .param(time.toString())
                    .update();
        }
    }

    /** Counts the sessions that wait for another one to end its transaction. */
    public int waitingForALock() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }
}
