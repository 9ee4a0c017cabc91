package org.unenrol.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.unenrol.infrastructure.WantedPort;

/**
 * Settings of the standalone program, {@code unenrol.*} or {@code UNENROL_*} in the environment. A
 * port of 0 means a free one.
 *
 * @param dataDir where all data is kept
 * @param adminPassword the password of the sample accounts; generated where it is not given
 */
public record StandaloneSettings(
        Path dataDir,
        int kafkaPort,
        int postgresPort,
        int smtpPort,
        @Nullable String adminPassword) {

    static StandaloneSettings of(GivenSettings given) {
        return new StandaloneSettings(
                Path.of(given.find("unenrol.data-dir").orElse("data")),
                port(given, "unenrol.kafka-port", "UNENROL_KAFKA_PORT", 19_092),
                port(given, "unenrol.postgres-port", "UNENROL_POSTGRES_PORT", 15_432),
                port(given, "unenrol.smtp-port", "UNENROL_SMTP_PORT", 3_025),
                given.find("unenrol.admin-password")
                        .or(() -> given.find("unenrol.sample.admin-password"))
                        .orElse(null));
    }

    static int port(GivenSettings given, String name, String setting, int usual) {
        String value = given.find(name).map(String::strip).orElse(Integer.toString(usual));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw WantedPort.notAPort(setting, value);
        }
    }
}
