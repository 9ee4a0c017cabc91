package org.unenrol.infrastructure;

import java.nio.file.Path;

/**
 * The folder and the ports of the local servers.
 *
 * @param folder created where it is missing; one process may use it at a time
 * @param kafkaPort 0 for a free one
 * @param postgresPort 0 for a free one
 * @param smtpPort 0 for a free one
 */
public record LocalInfrastructureSettings(
        Path folder, int kafkaPort, int postgresPort, int smtpPort) {

    /** Free ports for all three. */
    public static LocalInfrastructureSettings onFreePorts(Path folder) {
        return new LocalInfrastructureSettings(folder, 0, 0, 0);
    }
}
