package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds that what was acknowledged is still there after the servers went away, in order or not. */
class RestartTests {

    @TempDir Path folder;

    @Test
    void findsEverythingAfterAnOrderlyStop() throws Exception {
        LocalInfrastructureSettings settings = LocalInfrastructureSettings.onFreePorts(folder);
        try (LocalInfrastructure local = LocalInfrastructure.start(settings)) {
            Traces.leaveIn(local);
        }

        try (LocalInfrastructure local = LocalInfrastructure.start(settings)) {
            Traces.assertFoundIn(local);
        }
    }

    @Test
    void takesOverFromAnotherProcessOnceThatIsKilled() throws Exception {
        LocalInfrastructureSettings settings = onChosenPorts();
        long orphan;
        try (KilledProcess other = KilledProcess.start(settings)) {
            FolderTests.assertInUse(settings, "process " + other.pid());
            other.kill();
            orphan = postmaster();
            assertThat(ProcessHandle.of(orphan)).isPresent();
        }

        try (LocalInfrastructure local = LocalInfrastructure.start(settings)) {
            assertThat(postmaster()).isNotEqualTo(orphan);
            Traces.assertFoundIn(local);
        }
    }

    private LocalInfrastructureSettings onChosenPorts() {
        return new LocalInfrastructureSettings(folder, Ports.free(), Ports.free(), Ports.free());
    }

    private long postmaster() throws IOException {
        Path pidFile = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(pidFile).get(0));
    }
}
