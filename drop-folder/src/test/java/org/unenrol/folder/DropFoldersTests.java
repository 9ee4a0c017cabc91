package org.unenrol.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.unenrol.folder.access.LocalFolder;
import org.unenrol.folder.watch.FolderDatabase;
import org.unenrol.folder.watch.ServiceParts;
import org.unenrol.model.Mode;

/** Folders of which one cannot be reached, each on a thread of its own. */
class DropFoldersTests {

    private static final String CSV =
            "Username,Activity external reference,Send unenrolment email\nbo,FIRE-1,no\n";

    @TempDir Path home;
    private DropFolders folders;
    private Gauge stalled;

    @BeforeEach
    void start() throws Exception {
        FolderDatabase.clear();
        Files.createDirectory(home.resolve("there"));
        folders =
                new DropFolders(
                        List.of(folder("missing", "ada"), folder("there", "ada")),
                        ServiceParts.running().parts);
        stalled =
                new DropFolderConfiguration().dropFoldersGauge(new SimpleMeterRegistry(), folders);
        folders.start();
    }

    @AfterEach
    void stop() throws Exception {
        folders.stop();
        folders.destroy();
        assertThat(folders.isRunning()).isFalse();
    }

    @Test
    void takesFilesWhereItCanAndTellsWhereItCannot() throws Exception {
        Files.writeString(home.resolve("there/leavers.csv"), CSV);

        Awaitility.await()
                .until(
                        () -> {
                            ServiceParts.running().endImports();
                            return Files.exists(home.resolve("there/done/leavers.csv"));
                        });

        Health health = new DropFoldersHealth(folders).health();
        assertThat(health.getStatus().getCode()).isEqualTo("STALLED");
        assertThat(health.getDetails().get("missing").toString())
                .contains("reachable=false", "NotDirectoryException");
        assertThat(health.getDetails().get("there")).hasToString("{reachable=true}");
        assertThat(stalled.value()).isEqualTo(1);
    }

    @Test
    void isWellOnceAllFoldersAreThere() throws Exception {
        Awaitility.await().until(() -> stalled.value() == 1);
        Files.createDirectory(home.resolve("missing"));

        Awaitility.await().until(() -> stalled.value() == 0);

        assertThat(new DropFoldersHealth(folders).health().getStatus().getCode()).isEqualTo("UP");
    }

    private ConfiguredFolder folder(String name, String account) {
        return new ConfiguredFolder(
                ServiceParts.watched(name, account, Mode.APPLY),
                new LocalFolder(home.resolve(name)));
    }
}
