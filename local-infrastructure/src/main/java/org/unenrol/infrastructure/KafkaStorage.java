package org.unenrol.infrastructure;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Formats the broker's folder with Kafka's own tool, once: later starts keep the cluster's id. */
final class KafkaStorage {

    private KafkaStorage() {}

    static void format(KafkaSettings settings, Path settingsFile) {
        if (Files.exists(settings.logs().resolve("meta.properties"))) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--cluster-id",
                            Uuid.randomUuid().toString(),
                            "--config",
                            settingsFile.toString()
                        },
                        new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new LocalInfrastructureException(
                    "Kafka could not format "
                            + settings.logs()
                            + ": "
                            + said.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
