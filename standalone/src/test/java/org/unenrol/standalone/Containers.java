package org.unenrol.standalone;

import java.util.Map;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.unenrol.infrastructure.LocalMailServer;

/** Broker and database in containers; they end with the JVM. */
final class Containers {

    private Containers() {}

    @SuppressWarnings("resource") // Testcontainers' own reaper ends them
    static TestServers start(LocalMailServer mail) {
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1");
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
        kafka.start();
        postgres.start();
        return new TestServers(
                new Addresses(
                        kafka.getBootstrapServers(),
                        postgres.getJdbcUrl(),
                        mail.host(),
                        mail.port(),
                        mail.user(),
                        mail.password(),
                        Map.of()),
                new DriverManagerDataSource(
                        postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword()));
    }
}
