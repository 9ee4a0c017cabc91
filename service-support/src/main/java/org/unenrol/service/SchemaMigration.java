package org.unenrol.service;

import java.time.Duration;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
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
     * Migrates a schema of the service's database, as the user {@code spring.flyway.user} where one
     * is set. With {@code spring.flyway.enabled=false} somebody else has to: then a schema that
     * lacks a migration keeps the service from starting.
     *
     * @param schema sets what it is called and where its migrations are
     */
    public static FlywayMigrationInitializer of(
            JdbcConnectionDetails database,
            Environment settings,
            UnaryOperator<FluentConfiguration> schema) {
        Flyway flyway =
                schema.apply(Flyway.configure().dataSource(connections(database, settings))).load();
        return new FlywayMigrationInitializer(
                flyway, isEnabled(settings) ? Flyway::migrate : OutdatedSchemaException::refuse);
    }

    /**
     * Connections of the user who owns the schemas, for what the service's own user may not do;
     * where none is set, they are one.
     */
    public static DataSource connections(JdbcConnectionDetails database, Environment settings) {
        return connections(
                isEnabled(settings) ? Owner.of(database, settings) : database,
                LONGEST_SIGN_IN,
                LONGEST_SILENCE);
    }

    private static boolean isEnabled(Environment settings) {
        return settings.getProperty("spring.flyway.enabled", Boolean.class, true);
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

    /** The user who owns the schemas. */
    private record Owner(
            String getJdbcUrl, @Nullable String getUsername, @Nullable String getPassword)
            implements JdbcConnectionDetails {

        static JdbcConnectionDetails of(JdbcConnectionDetails database, Environment settings) {
            String user = settings.getProperty("spring.flyway.user");
            return user == null || user.isBlank()
                    ? database
                    : new Owner(
                            database.getJdbcUrl(),
                            user,
                            settings.getProperty("spring.flyway.password"));
        }
    }
}
