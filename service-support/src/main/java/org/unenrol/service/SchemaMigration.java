package org.unenrol.service;

import java.time.Duration;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings a schema up to date before a service starts. It has connections of its own, as those of
 * the pool give up a statement that takes long; they are not waited for without end either: a
 * service that cannot start says so and ends, instead of standing between up and down.
 */
public final class SchemaMigration {

    private static final Duration LONGEST_SIGN_IN = Duration.ofSeconds(30);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private SchemaMigration() {}

    /**
     * Migrates a schema of the service's database.
     *
     * @param schema sets what it is called and where its migrations are
     */
    public static FlywayMigrationInitializer of(
            JdbcConnectionDetails database, UnaryOperator<FluentConfiguration> schema) {
        DataSource connections = connections(database, LONGEST_SIGN_IN, LONGEST_SILENCE);
        return new FlywayMigrationInitializer(
                schema.apply(Flyway.configure().dataSource(connections)).load());
    }

    /**
     * Connections to the database; parameters of its address, such as {@code socketTimeout}, come
     * first.
     *
     * @param silence how long the answer to one statement may take, in whole seconds
     */
    static DataSource connections(
            JdbcConnectionDetails database, Duration signIn, Duration silence) {
        Properties properties = new Properties();
        properties.setProperty("loginTimeout", Long.toString(signIn.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(silence.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        DriverManagerDataSource connections =
                new DriverManagerDataSource(database.getJdbcUrl(), properties);
        connections.setUsername(database.getUsername());
        connections.setPassword(database.getPassword());
        return connections;
    }
}
