package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresTests {

    @TempDir static Path folder;
    static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start(folder, 0, Map.of("timezone", "Asia/Kathmandu"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void losesNothingThatIsCommitted(String setting) throws SQLException {
        assertThat(Sql.string(postgres, "show " + setting)).isEqualTo("on");
    }

    @Test
    void isPostgres18() throws SQLException {
        assertThat(Sql.string(postgres, "show server_version")).startsWith("18.");
    }

    @Test
    void takesOtherSettings() throws SQLException {
        assertThat(
                        Sql.string(
                                postgres,
                                "select setting from pg_file_settings"
                                        + " where name = 'timezone' and applied"))
                .isEqualTo("Asia/Kathmandu");
    }

    @Test
    void knowsAllLettersWhateverTheMachinesLocale() throws SQLException {
        assertThat(Sql.string(postgres, "show server_encoding")).isEqualTo("UTF8");
        assertThat(Sql.string(postgres, "select upper('içä')")).isEqualTo("IÇÄ");
        assertThat(
                        Sql.string(
                                postgres,
                                "select datlocprovider from pg_database"
                                        + " where datname = current_database()"))
                .isEqualTo("b");
    }

    @Test
    void letsInWithThePasswordOnly() throws Exception {
        try (Connection connection =
                DriverManager.getConnection(
                        postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "unenrol", "x"))
                .withMessageContaining("password authentication failed");
        assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void keepsItsPasswordAndTakesNewSettingsAtTheNextStart(@TempDir Path other)
            throws SQLException {
        LocalPostgres first = LocalPostgres.start(other, 0, Map.of("work_mem", "3MB"));
        first.close();

        try (LocalPostgres second = LocalPostgres.start(other, 0)) {
            assertThat(second.password()).isEqualTo(first.password());
            assertThat(Sql.string(second, "show work_mem")).isEqualTo("8MB");
        }
    }

    @Test
    void saysWhatPostgresObjectsTo(@TempDir Path other) {
        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(() -> LocalPostgres.start(other, 0, Map.of("work_mem", "much")))
                .withMessageContaining("work_mem");
    }
}
