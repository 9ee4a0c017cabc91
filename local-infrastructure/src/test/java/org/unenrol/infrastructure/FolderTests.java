package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTests {

    @TempDir Path folder;

    @Test
    void belongsToOneOwnerWithinAProcess() throws Exception {
        LocalInfrastructureSettings settings = LocalInfrastructureSettings.onFreePorts(folder);
        try (LocalInfrastructure first = LocalInfrastructure.start(settings)) {
            assertInUse(settings, "this process");
            assertInUse(settings, "this process");
            Traces.leaveIn(first);
            Traces.assertFoundIn(first);
        }
    }

    @Test
    void keepsTwoInfrastructuresApart(@TempDir Path otherFolder) throws Exception {
        try (LocalInfrastructure one =
                        LocalInfrastructure.start(LocalInfrastructureSettings.onFreePorts(folder));
                LocalInfrastructure other =
                        LocalInfrastructure.start(
                                LocalInfrastructureSettings.onFreePorts(otherFolder))) {
            Traces.leaveIn(one);
            assertThat(other.mailServer().mailbox().messages()).isEmpty();
            Traces.leaveIn(other);
            Traces.assertFoundIn(one);
            Traces.assertFoundIn(other);
        }
    }

    @Test
    void saysThatItCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(
                        () ->
                                LocalInfrastructure.start(
                                        LocalInfrastructureSettings.onFreePorts(file)))
                .withMessageStartingWith("The data folder " + file + " cannot be used");
    }

    @Test
    void mayHaveNoComma() {
        Path comma = folder.resolve("one, two");

        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(
                        () ->
                                LocalInfrastructure.start(
                                        LocalInfrastructureSettings.onFreePorts(comma)))
                .withMessageContaining("comma");
    }

    @Test
    void mayHaveSpacesAndLettersOfAllKindsInItsName() throws Exception {
        Path strange = folder.resolve("Ünenrol's data 'ğ' $HOME");
        LocalInfrastructureSettings settings = LocalInfrastructureSettings.onFreePorts(strange);
        try (LocalInfrastructure local = LocalInfrastructure.start(settings)) {
            Traces.leaveIn(local);
        }
        try (LocalInfrastructure local = LocalInfrastructure.start(settings)) {
            Traces.assertFoundIn(local);
        }
    }

    static void assertInUse(LocalInfrastructureSettings settings, String user) {
        assertThatExceptionOfType(LocalInfrastructureException.class)
                .isThrownBy(() -> LocalInfrastructure.start(settings))
                .withMessage(
                        "The data folder "
                                + settings.folder()
                                + " is in use by "
                                + user
                                + ": stop it or choose another folder (UNENROL_DATA_DIR).");
    }
}
