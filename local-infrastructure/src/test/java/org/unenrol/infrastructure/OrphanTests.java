package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process id that a crash left in a data folder may be another program's by now. */
class OrphanTests {

    private static final String PID_FILE = "data/postmaster.pid";

    @TempDir static Path folder;

    @BeforeAll
    static void initialise() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(folder, 0)) {
            Traces.leaveRowIn(postgres);
        }
    }

    @Test
    void leavesAnotherProgramAlone() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.write(folder.resolve(PID_FILE), pidFileOf(other.pid()));

            assertStarts();

            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    private List<String> pidFileOf(long pid) {
        return List.of(Long.toString(pid), folder.resolve("data").toString(), "1767225600");
    }

    @Test
    void leavesTheServerOfAnotherFolderAlone(@TempDir Path otherFolder) throws Exception {
        try (LocalPostgres other = LocalPostgres.start(otherFolder, 0)) {
            Path copy = folder.resolve(PID_FILE);
            Files.copy(otherFolder.resolve(PID_FILE), copy, StandardCopyOption.REPLACE_EXISTING);

            assertStarts();

            assertThat(Sql.string(other, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void startsWhenThePidFileWasCutShort() throws Exception {
        Files.writeString(folder.resolve(PID_FILE), "");

        assertStarts();
    }

    private void assertStarts() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(folder, 0)) {
            assertThat(Traces.rowsIn(postgres)).containsExactly("a row");
        }
    }
}
