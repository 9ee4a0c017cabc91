package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One start after another on the same data folder. */
class AdminPasswordTests {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("admin-password");
    }

    @Test
    void isGeneratedOnceAndShownOnce() throws IOException {
        AdminPassword first = start(null);
        AdminPassword second = start(null);

        assertThat(first.word()).hasSizeGreaterThan(12);
        assertThat(first.howToSignIn())
                .isEqualTo(
                        "Sign in as global.admin or content.admin with the password "
                                + first.word()
                                + ", kept in "
                                + file);
        assertThat(Files.readString(file)).isEqualTo(first.word() + "\n");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(second.word()).isEqualTo(first.word());
        assertThat(second.howToSignIn())
                .isEqualTo("Sign in as global.admin or content.admin with the password in " + file);
    }

    @Test
    void staysTheOneThatWasGivenWhenTheSettingIsLeftOut() throws IOException {
        start(null);

        assertThat(start("given").word()).isEqualTo("given");
        assertThat(start("given").howToSignIn())
                .endsWith("with the password of UNENROL_ADMIN_PASSWORD, kept in " + file);
        assertThat(start(null).word()).isEqualTo("given");
        assertThat(start(" ").word()).isEqualTo("given");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void isAnotherOnceAnotherIsGiven() {
        start("one");

        assertThat(start("another").word()).isEqualTo("another");
        assertThat(start(null).word()).isEqualTo("another");
    }

    @Test
    void isWhatSomebodyHasWrittenIntoTheFile() throws IOException {
        start(null);
        Files.writeString(file, "by hand \r\n");

        assertThat(start(null).word()).isEqualTo("by hand ");
    }

    @Test
    void isNewWhenTheFileIsDeletedOrEmpty() throws IOException {
        start("given");
        Files.delete(file);
        String second = start(null).word();
        Files.writeString(file, "\n");
        String third = start(null).word();

        assertThat(second).isNotIn("given", "", third);
        assertThat(Files.readString(file)).isEqualTo(third + "\n");
    }

    @Test
    void saysWhatToDoWhenTheFileCannotBeRead() throws IOException {
        Files.createDirectories(file.resolve("a folder"));

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> start(null))
                .withMessageStartingWith("The password of the accounts cannot be kept in " + file)
                .withMessageEndingWith("let this account read and write the file, or delete it.");
    }

    @Test
    void isRefusedWhenItIsLongerThanCanBeTold() throws IOException {
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> start("\u00fc".repeat(37)))
                .withMessage(
                        "The password of UNENROL_ADMIN_PASSWORD is longer than 72 bytes: choose a"
                                + " shorter one.");
        assertThat(file).doesNotExist();
    }

    private AdminPassword start(@Nullable String given) {
        return AdminPassword.of(new StandaloneSettings(folder, 0, 0, 0, given));
    }
}
