package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DropFolderTests {

    private final TestSystem system = TestSystem.running();

    @Test
    void appliesAFileAndPutsItBesideItsResults() throws Exception {
        byte[] csv = Csv.file().rows(system.learners().enrolled(3), 1, 3).bytes();
        Path done = system.dropFolder().resolve("done");

        Files.write(system.dropFolder().resolve("leavers of May.csv"), csv);
        Awaitility.await().until(() -> Files.exists(done.resolve("leavers of May.csv")));

        assertThat(done.resolve("leavers of May.csv")).hasBinaryContent(csv);
        assertThat(Csv.outcomes(Files.readAllBytes(done.resolve("leavers of May.results.csv"))))
                .containsExactly("UNENROLLED", "UNENROLLED", "UNENROLLED");
        assertThat(system.api().get("/actuator/health/readiness").status()).isEqualTo(200);
    }
}
