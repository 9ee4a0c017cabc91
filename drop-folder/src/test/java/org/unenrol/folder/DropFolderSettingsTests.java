package org.unenrol.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.unenrol.folder.access.LocalFolder;
import org.unenrol.folder.watch.SftpServer;
import org.unenrol.folder.watch.WatchedFolder;
import org.unenrol.model.Mode;

class DropFolderSettingsTests {

    private static final String PREFIX = "unenrol.folders.leavers.";

    @TempDir Path home;

    @Test
    void needNoFolder() {
        assertThat(configured(Map.of())).isEmpty();
    }

    @Test
    void tellOfALocalFolderWhatHasNoDefault() {
        assertThat(configured(local(Map.of())))
                .containsExactly(
                        new ConfiguredFolder(
                                new WatchedFolder(
                                        "leavers",
                                        Mode.VERIFY_ONLY,
                                        "ada",
                                        null,
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(5),
                                        "de"),
                                new LocalFolder(home)));
    }

    @Test
    void tellOfAFolderOnAServer() throws Exception {
        Path key = SftpServer.write(SftpServer.CLIENT, home.resolve("id"), "a b");

        assertThat(configured(sftp(Map.of())))
                .singleElement()
                .extracting(ConfiguredFolder::place)
                .hasToString("sftp://sftp.example.org:22/.");
        assertThat(
                        configured(
                                sftp(
                                        Map.of(
                                                "sftp.private-key",
                                                key.toString(),
                                                "sftp.passphrase",
                                                "a b",
                                                "sftp.password",
                                                ""))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "mode, ''",
        "account, ' '",
        "directory, ''",
        "completion-email, ada",
        "quiet-time, -1s",
        "interval, 0s"
    })
    void nameTheOneThatIsMissingOrWrong(String setting, String value) {
        assertWrong(local(Map.of(setting, value)), setting);
    }

    @ParameterizedTest
    @CsvSource({
        "sftp.host, ''",
        "sftp.port, 70000",
        "sftp.username, ''",
        "sftp.password, ''",
        "sftp.private-key, /no/such/key",
        "sftp.host-key, ''",
        "sftp.host-key, ssh-rsa",
        "sftp.host-key, @revoked * ssh-ed25519 AAAA",
        "sftp.host-key, MD5:00:11",
        "sftp.host-key, # none"
    })
    void nameTheOneOfAServerThatIsMissingOrWrong(String setting, String value) {
        assertWrong(sftp(Map.of(setting, value)), setting);
    }

    @Test
    void refuseAKeyThatCannotBeOpened() throws Exception {
        Path key = SftpServer.write(SftpServer.CLIENT, home.resolve("id"), "a b");

        assertWrong(
                sftp(Map.of("sftp.private-key", key.toString(), "sftp.passphrase", "b a")),
                "sftp.private-key");
    }

    @Test
    void refuseAFileAsAFolder() throws Exception {
        Path file = Files.createFile(home.resolve("file"));

        assertWrong(local(Map.of("directory", file.toString())), "directory");
    }

    @Test
    void refuseBothKindsOfFoldersAtOnce() {
        assertWrong(sftp(Map.of("directory", home.toString())), "directory");
    }

    @Test
    void refuseTheSameDirectoryTwice() {
        Map<String, String> both = new HashMap<>(local(Map.of()));
        both.put("unenrol.folders.other.directory", home.resolve("x/..").toString());
        both.put("unenrol.folders.other.mode", "apply");
        both.put("unenrol.folders.other.account", "ada");

        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> configured(both))
                .withMessageContaining(".directory");
    }

    @Test
    void keepSecretsOutOfWhatIsLogged() {
        assertThat(bound(sftp(Map.of())).toString()).doesNotContain("open, sesame");
    }

    private static void assertWrong(Map<String, String> settings, String setting) {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> configured(settings))
                .satisfies(
                        wrong -> {
                            assertThat(wrong.getName()).isEqualTo(PREFIX + setting);
                            assertThat(wrong.getReason()).startsWith("Set ");
                        });
    }

    private Map<String, String> local(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>();
        settings.put(PREFIX + "directory", home.toString());
        settings.put(PREFIX + "mode", "verify-only");
        settings.put(PREFIX + "account", "ada");
        others.forEach((setting, value) -> settings.put(PREFIX + setting, value));
        settings.values().removeIf(String::isEmpty);
        return settings;
    }

    private static Map<String, String> sftp(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>();
        settings.put(PREFIX + "mode", "APPLY");
        settings.put(PREFIX + "account", "ada");
        settings.put(PREFIX + "sftp.host", "sftp.example.org");
        settings.put(PREFIX + "sftp.username", "hr");
        settings.put(PREFIX + "sftp.password", "open, sesame");
        settings.put(PREFIX + "sftp.host-key", SftpServer.knownHost(SftpServer.ED25519));
        others.forEach((setting, value) -> settings.put(PREFIX + setting, value));
        settings.values().removeIf(String::isEmpty);
        return settings;
    }

    private static List<ConfiguredFolder> configured(Map<String, String> settings) {
        return DropFolderConfiguration.configured(bound(settings), "de");
    }

    private static DropFolderSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("unenrol", DropFolderSettings.class);
    }
}
