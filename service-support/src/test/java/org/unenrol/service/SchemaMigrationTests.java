package org.unenrol.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.test.database.TestDatabase;

@Timeout(60)
class SchemaMigrationTests {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final TestDatabase DATABASE =
            TestDatabase.start("service-support", "Asia/Kolkata");

    @Test
    void migratesASchema() throws Exception {
        migration("one", Map.of()).afterPropertiesSet();

        assertThat(
                        DATABASE.jdbc()
                                .sql("select count(*) from one.kept")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void migratesAsTheUserWhoIsSetForThat() throws Exception {
        DATABASE.jdbc().sql("create role two_owner login password 'owns'").update();
        DATABASE.jdbc().sql("grant create on database unenrol to two_owner").update();

        migration(
                        "two",
                        Map.of("spring.flyway.user", "two_owner", "spring.flyway.password", "owns"))
                .afterPropertiesSet();

        assertThat(
                        DATABASE.jdbc()
                                .sql("select tableowner from pg_tables where schemaname = 'two'")
                                .query(String.class)
                                .list())
                .containsOnly("two_owner");
    }

    @Test
    void refusesASchemaThatSomebodyElseHasNotMigrated() throws Exception {
        Map<String, Object> disabled = Map.of("spring.flyway.enabled", "false");

        assertThatExceptionOfType(OutdatedSchemaException.class)
                .isThrownBy(migration("three", disabled)::afterPropertiesSet)
                .withMessageContaining("three")
                .withMessageContaining("migrate");
        assertThat(
                        DATABASE.jdbc()
                                .sql("select count(*) from pg_namespace where nspname = 'three'")
                                .query(Integer.class)
                                .single())
                .isZero();

        migration("three", Map.of()).afterPropertiesSet();
        assertThatNoException().isThrownBy(migration("three", disabled)::afterPropertiesSet);
    }

    private static FlywayMigrationInitializer migration(
            String name, Map<String, Object> properties) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return SchemaMigration.of(
                DATABASE,
                settings,
                schema -> schema.schemas(name).locations("classpath:migration"));
    }

    /** As a firewall does that swallows what is said. */
    @Test
    void doesNotWaitWithoutEndForADatabaseThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            DataSource connections =
                    connections(
                            "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/unenrol",
                            SHORT,
                            LONG);

            assertThatExceptionOfType(SQLException.class).isThrownBy(connections::getConnection);
        }
    }

    @Test
    void doesNotWaitWithoutEndForAnAnswer() {
        JdbcClient jdbc = JdbcClient.create(connections(DATABASE.getJdbcUrl(), LONG, SHORT));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> sleep(jdbc, 30))
                .withMessageContaining("I/O error");
    }

    @Test
    void waitsAsLongAsTheAddressSays() {
        JdbcClient jdbc =
                JdbcClient.create(
                        connections(DATABASE.getJdbcUrl() + "?socketTimeout=30", LONG, SHORT));

        sleep(jdbc, 2);
    }

    private static void sleep(JdbcClient jdbc, int seconds) {
        jdbc.sql("select 1 from pg_sleep(?)").param(seconds).query(Integer.class).single();
    }

    private static DataSource connections(String url, Duration signIn, Duration silence) {
        return SchemaMigration.connections(details(url), signIn, silence);
    }

    private static JdbcConnectionDetails details(String url) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return DATABASE.getUsername();
            }

            @Override
            public String getPassword() {
                return DATABASE.getPassword();
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
