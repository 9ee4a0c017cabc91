package org.unenrol.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
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
        SchemaMigration.of(
                        DATABASE, schema -> schema.schemas("one").locations("classpath:migration"))
                .afterPropertiesSet();

        assertThat(
                        DATABASE.jdbc()
                                .sql("select count(*) from one.kept")
                                .query(Integer.class)
                                .single())
                .isZero();
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
