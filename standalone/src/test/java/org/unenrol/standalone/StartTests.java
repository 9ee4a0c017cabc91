package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unenrol.infrastructure.JavaCommand;
import org.unenrol.test.process.ChildProcess;

/** The program as a process of its own that cannot start: what the console says. */
class StartTests {

    @TempDir Path folder;

    @Test
    void saysWhichSettingChoosesAnotherPortBeforeItStartsAnything() throws Exception {
        try (ServerSocket other =
                new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String port = Integer.toString(other.getLocalPort());

            assertThat(said(Map.of("SERVER_PORT", port)))
                    .endsWith(
                            "Unenrol cannot start. Port "
                                    + port
                                    + ", on which the portal is to listen, is taken by another"
                                    + " program: stop that program, or choose another port with"
                                    + " SERVER_PORT (0 for any free one).\n");
        }
        assertThat(folder.resolve("data/kafka")).doesNotExist();
        assertThat(folder.resolve("data/postgres")).doesNotExist();
    }

    @Test
    void saysThatASettingIsNotAPort() throws Exception {
        assertThat(said(Map.of("UNENROL_SMTP_PORT", "smtp")))
                .isEqualTo(
                        "Unenrol cannot start. UNENROL_SMTP_PORT is \"smtp\", which is not a port:"
                                + " set it to a number from 1 to 65535, or to 0 for any free"
                                + " port.\n");
    }

    @Test
    void readsItsSettingsFromAFileInTheFolderWhereItIsStartedToo() throws Exception {
        Files.writeString(folder.resolve("application.yml"), "unenrol.kafka-port: 99999\n");

        assertThat(said(Map.of("SERVER_PORT", "0")))
                .contains("UNENROL_KAFKA_PORT is \"99999\", which is not a port");
    }

    private String said(Map<String, String> settings) throws InterruptedException {
        ProcessBuilder builder =
                JavaCommand.of(
                        List.of("-Xmx256m"),
                        List.of(StandaloneApplication.class.getName()),
                        List.of());
        builder.environment().put("UNENROL_DATA_DIR", folder.resolve("data").toString());
        builder.environment().putAll(settings);
        builder.directory(folder.toFile());
        ChildProcess process = ChildProcess.start(builder, folder.resolve("console.txt"));
        assertThat(process.awaitExit(Duration.ofMinutes(1))).isEqualTo(1);
        return process.said();
    }
}
