package org.unenrol.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.unenrol.infrastructure.WantedPort;

/**
 * Settings of the standalone program, {@code unenrol.*} or {@code UNENROL_*} in the environment. A
 * port of 0 means a free one.
 *
 * @param dataDir where all data is kept
 * @param adminPassword the password of the sample's Global administrator; generated where it is not
 *     given
 * @param contentAdminPassword of the sample's Content administrator, likewise
 * @param learnerPassword of the sample's learner who has an account, likewise
 */
public record StandaloneSettings(
        Path dataDir,
        int kafkaPort,
        int postgresPort,
        int smtpPort,
        @Nullable String adminPassword,
        @Nullable String contentAdminPassword,
        @Nullable String learnerPassword) {

    /** In the place of letters that the locale does not have. */
    private static final char UNREADABLE = '\uFFFD';

    static StandaloneSettings of(GivenSettings given) {
        return new StandaloneSettings(
                folder(given.find("unenrol.data-dir").orElse("data")),
                port(given, "unenrol.kafka-port", "UNENROL_KAFKA_PORT", 19_092),
                port(given, "unenrol.postgres-port", "UNENROL_POSTGRES_PORT", 15_432),
                port(given, "unenrol.smtp-port", "UNENROL_SMTP_PORT", 3_025),
                password(given, "admin-password"),
                password(given, "content-admin-password"),
                password(given, "learner-password"));
    }

    private static @Nullable String password(GivenSettings given, String name) {
        return given.find("unenrol." + name)
                .or(() -> given.find("unenrol.sample." + name))
                .orElse(null);
    }

    private static Path folder(String name) {
        try {
            Path folder = Path.of(name);
            if (folder.toAbsolutePath().toString().indexOf(UNREADABLE) >= 0) {
                throw unusable(folder.toAbsolutePath().toString(), null);
            }
            return folder;
        } catch (InvalidPathException e) {
            throw unusable(name, e);
        }
    }

    private static CannotStartException unusable(String folder, @Nullable Throwable cause) {
        return new CannotStartException(
                "The data folder cannot be called \""
                        + folder
                        + "\" in the locale of this session: choose another folder"
                        + " (UNENROL_DATA_DIR) or, on Linux, a locale in UTF-8"
                        + " (LC_ALL=C.UTF-8).",
                cause);
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
