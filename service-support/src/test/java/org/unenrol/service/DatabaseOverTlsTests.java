package org.unenrol.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.infrastructure.LocalPostgres;
import org.unenrol.test.tls.MadeCertificate;

/** A database with a certificate that only the operator trusts, as the settings tell of it. */
class DatabaseOverTlsTests {

    private static final String IS_ENCRYPTED =
            "select ssl from pg_stat_ssl where pid = pg_backend_pid()";

    @TempDir static Path folder;
    @TempDir static Path certificates;
    @TempDir static Path otherCertificates;
    private static LocalPostgres server;
    private static MadeCertificate certificate;
    private static MadeCertificate other;

    @BeforeAll
    static void start() throws Exception {
        certificate = MadeCertificate.of(certificates, "dns:localhost");
        other = MadeCertificate.of(otherCertificates, "dns:localhost");
        server = LocalPostgres.start(folder, 0);
        Path data = folder.resolve("data");
        give(certificate.certificate(), data.resolve("server.crt"));
        give(certificate.key(), data.resolve("server.key"));
        JdbcClient jdbc = JdbcClient.create(server.dataSource());
        jdbc.sql("alter system set ssl = on").update();
        jdbc.sql("select pg_reload_conf()").query().listOfRows();
    }

    /** To the account that the server runs as. */
    private static void give(Path from, Path to) throws IOException {
        Files.copy(from, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        Files.setOwner(to, Files.getOwner(to.resolveSibling("PG_VERSION")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isReachedByEveryPoolAndByMigrations() {
        service("localhost", certificate)
                .run(
                        started -> {
                            JdbcConnectionDetails database =
                                    started.getBean(JdbcConnectionDetails.class);
                            assertThat(isEncrypted(started.getBean(DataSource.class))).isTrue();
                            assertThat(
                                            isEncrypted(
                                                    SchemaMigration.connections(
                                                            database, started.getEnvironment())))
                                    .isTrue();
                            try (var pool = OwnPool.of("tls", database, started.getEnvironment())) {
                                assertThat(isEncrypted(pool)).isTrue();
                            }
                        });
    }

    @Test
    void isRefusedWithACertificateOfAnother() {
        service("localhost", other)
                .run(
                        started ->
                                refuses(
                                        started.getBean(DataSource.class),
                                        "Signature does not match"));
    }

    @Test
    void isRefusedUnderAnotherName() {
        service("127.0.0.1", certificate)
                .run(
                        started ->
                                refuses(
                                        started.getBean(DataSource.class),
                                        "could not be verified by hostnameverifier"));
    }

    private static ApplicationContextRunner service(String host, MadeCertificate trusted) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://"
                                + host
                                + ":"
                                + server.port()
                                + "/unenrol?sslmode=verify-full&sslrootcert="
                                + trusted.certificate(),
                        "spring.datasource.username=" + server.user(),
                        "spring.datasource.password=" + server.password(),
                        "spring.datasource.hikari.connection-timeout=2000",
                        "unenrol.pools.tls.maximum-pool-size=1");
    }

    private static boolean isEncrypted(DataSource source) {
        return JdbcClient.create(source).sql(IS_ENCRYPTED).query(Boolean.class).single();
    }

    private static void refuses(DataSource source, String reason) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> isEncrypted(source))
                .havingRootCause()
                .withMessageContaining(reason);
    }
}
