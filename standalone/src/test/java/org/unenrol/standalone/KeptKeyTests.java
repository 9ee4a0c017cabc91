package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One start after another on the same data folder. */
class KeptKeyTests {

    @TempDir Path folder;

    @Test
    void isMadeOnceAndForNobodyElseToRead() throws IOException {
        KeptKey first = KeptKey.in(folder, KeptKey.Use.RECORDS);
        KeptKey second = KeptKey.in(folder, KeptKey.Use.RECORDS);

        Path file = folder.resolve("records-key");
        String kept = Files.readString(file).strip();
        assertThat(Base64.getDecoder().decode(kept)).hasSize(32);
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(first.arguments())
                .containsExactly(
                        "--unenrol.records.keys.standalone=" + kept,
                        "--unenrol.records.signing-key=standalone");
        assertThat(second.arguments()).isEqualTo(first.arguments());
    }

    @Test
    void isAnotherForEachUse() {
        KeptKey factors = KeptKey.in(folder, KeptKey.Use.SECOND_FACTORS);

        assertThat(folder.resolve("second-factor-key")).exists();
        assertThat(factors.arguments().get(0))
                .startsWith("--unenrol.accounts.second-factor-keys.standalone=");
        assertThat(factors.arguments().get(1))
                .isEqualTo("--unenrol.accounts.second-factor-key=standalone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "no base64, and longer than thirty-two bytes"})
    void refusesWhatIsNoKey(String kept) throws IOException {
        Files.writeString(folder.resolve("records-key"), kept);

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> KeptKey.in(folder, KeptKey.Use.RECORDS))
                .withMessageContaining("delete the file, and another one is made");
    }
}
