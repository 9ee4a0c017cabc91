package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One start after another on the same data folder. */
class SamplePasswordTests {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("admin-password");
    }

    @Test
    void isGeneratedOnceAndShownOnce() throws IOException {
        SamplePassword first = start(null);
        SamplePassword second = start(null);

        assertThat(first.word()).hasSizeGreaterThan(12);
        assertThat(first.howToSignIn())
                .isEqualTo("global.admin with the password " + first.word() + ", kept in " + file);
        assertThat(Files.readString(file)).isEqualTo(first.word() + "\n");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(second.word()).isEqualTo(first.word());
        assertThat(second.howToSignIn()).isEqualTo("global.admin with the password in " + file);
    }

    @Test
    void staysTheOneThatWasGivenWhenTheSettingIsLeftOut() throws IOException {
        start(null);

        assertThat(word("a password that is given")).isEqualTo("a password that is given");
        assertThat(start("a password that is given").howToSignIn())
                .endsWith("with the password of UNENROL_ADMIN_PASSWORD, kept in " + file);
        assertThat(word(null)).isEqualTo("a password that is given");
        assertThat(word(" ")).isEqualTo("a password that is given");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void isAnotherOnceAnotherIsGiven() {
        start("one password of somebody");

        assertThat(word("another password of theirs")).isEqualTo("another password of theirs");
        assertThat(word(null)).isEqualTo("another password of theirs");
    }

    @Test
    void isWhatSomebodyHasWrittenIntoTheFile() throws IOException {
        start(null);
        Files.writeString(file, "written by hand \r\n");

        assertThat(word(null)).isEqualTo("written by hand ");
    }

    @Test
    void isNewWhenTheFileIsDeletedOrEmpty() throws IOException {
        start("a password that is given");
        Files.delete(file);
        String second = word(null);
        Files.writeString(file, "\n");
        String third = word(null);

        assertThat(second).isNotIn("a password that is given", "", third);
        assertThat(Files.readString(file)).isEqualTo(third + "\n");
    }

    @Test
    void saysWhatToDoWhenTheFileCannotBeRead() throws IOException {
        Files.createDirectories(file.resolve("a folder"));

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> start(null))
                .withMessageStartingWith("The password of global.admin cannot be kept in " + file)
                .withMessageEndingWith("let this account read and write the file, or delete it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a                  | is too short: choose one of at least 12 characters.
                    password1234       | is easy to guess: choose another one.
                    global.admin-1     | is easy to guess: choose another one.
                    """)
    void isRefusedWhenItIsNoGoodOne(String password, String sentence) {
        assertRefused(password, sentence);
    }

    @Test
    void isRefusedWhenItIsLongerThanCanBeTold() {
        assertRefused("\u00fc".repeat(37), "is longer than 72 bytes: choose a shorter one.");
    }

    private void assertRefused(String password, String sentence) {
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> start(password))
                .withMessage("The password of UNENROL_ADMIN_PASSWORD " + sentence);
        assertThat(file).doesNotExist();
    }

    @Test
    void isAnotherOneForEachAccount() {
        StandaloneSettings settings = settings("one password of somebody");

        assertThat(
                        Arrays.stream(SampleAccount.values())
                                .map(one -> SamplePassword.of(one, settings)))
                .extracting(SamplePassword::argument)
                .doesNotHaveDuplicates()
                .satisfiesExactly(
                        argument ->
                                assertThat(argument)
                                        .isEqualTo(
                                                "--unenrol.sample.admin-password=one password of"
                                                        + " somebody"),
                        argument ->
                                assertThat(argument)
                                        .matches("--unenrol.sample.content-admin-password=.{16}"),
                        argument ->
                                assertThat(argument)
                                        .matches("--unenrol.sample.learner-password=.{16}"));
        assertThat(folder.resolve("content-admin-password")).exists();
        assertThat(folder.resolve("learner-password")).exists();
    }

    private String word(@Nullable String given) {
        return start(given).word();
    }

    private SamplePassword start(@Nullable String given) {
        return SamplePassword.of(SampleAccount.GLOBAL_ADMINISTRATOR, settings(given));
    }

    private StandaloneSettings settings(@Nullable String given) {
        return new StandaloneSettings(folder, 0, 0, 0, given, null, null);
    }
}
