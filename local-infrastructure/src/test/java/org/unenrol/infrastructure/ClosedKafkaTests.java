package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A broker that answers only with the password that is kept in its folder. */
class ClosedKafkaTests {

    @TempDir Path folder;

    @Test
    void answersWithItsPasswordAlone() throws Exception {
        try (LocalKafka kafka = LocalKafka.startClosed(folder, 0)) {
            assertThat(topics(kafka, kafka.clientSettings())).isEmpty();

            assertRefused(kafka, with(kafka.clientSettings(), "another"));
        }
    }

    @Test
    void answersNobodyWithoutAPassword() {
        try (LocalKafka kafka = LocalKafka.startClosed(folder, 0)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(
                            () ->
                                    topics(
                                            kafka,
                                            Map.of(
                                                    "request.timeout.ms",
                                                    "1000",
                                                    "default.api.timeout.ms",
                                                    "3000")));
        }
    }

    @Test
    void startsOnTheFolderOfAnOpenOne() throws Exception {
        try (LocalKafka before = LocalKafka.start(folder, 0);
                Admin admin = admin(before, Map.of())) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }

        try (LocalKafka kafka = LocalKafka.startClosed(folder, 0)) {
            assertThat(topics(kafka, kafka.clientSettings())).containsExactly("kept");
        }
    }

    @Test
    void keepsItsPassword() {
        LocalKafka first = LocalKafka.startClosed(folder, 0);
        first.close();
        try (LocalKafka again = LocalKafka.startClosed(folder, 0)) {
            assertThat(again.clientSettings()).isEqualTo(first.clientSettings());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItsFilesToItself() throws IOException {
        LocalKafka.start(folder, 0).close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (LocalKafka kafka = LocalKafka.startClosed(folder, 0);
                Stream<Path> all = Files.walk(folder)) {
            assertThat(kafka.port()).isPositive();
            assertThat(all)
                    .contains(folder.resolve("password"), folder.resolve("client.properties"))
                    .allSatisfy(
                            path ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(path)))
                                            .as("%s", path)
                                            .isEqualTo(
                                                    Files.isDirectory(path)
                                                            ? "rwx------"
                                                            : "rw-------"));
        }
    }

    private static void assertRefused(LocalKafka kafka, Map<String, String> settings) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> topics(kafka, settings))
                .withCauseInstanceOf(SaslAuthenticationException.class);
    }

    private static Map<String, String> with(Map<String, String> settings, String password) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.computeIfPresent(
                "sasl.jaas.config",
                (name, value) ->
                        value.replaceAll(" password=\"[^\"]*\"", " password=\"" + password + "\""));
        return changed;
    }

    private static Iterable<String> topics(LocalKafka kafka, Map<String, String> settings)
            throws Exception {
        try (Admin admin = admin(kafka, settings)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(LocalKafka kafka, Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", kafka.bootstrapServers());
        return Admin.create(all);
    }
}
