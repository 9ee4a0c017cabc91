package org.unenrol.standalone;

import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.unenrol.infrastructure.LocalMailServer;

/** Broker and database in containers; they end with the JVM. */
final class Containers {

    private Containers() {}

    @SuppressWarnings("resource") // Testcontainers' own reaper ends them
    static Addresses start(LocalMailServer mail) {
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1");
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
        kafka.start();
        postgres.start();
        return new Addresses(
                kafka.getBootstrapServers(),
                postgres.getJdbcUrl(),
                postgres.getUsername(),
                postgres.getPassword(),
                mail.host(),
                mail.port(),
                Map.of());
    }
}
