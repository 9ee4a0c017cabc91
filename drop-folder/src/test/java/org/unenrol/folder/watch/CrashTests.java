package org.unenrol.folder.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.folder.watch.FolderContract.CSV;
import static org.unenrol.folder.watch.FolderContract.look;
import static org.unenrol.folder.watch.FolderContract.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.FileSystemUtils;
import org.unenrol.folder.access.LocalFolder;

/**
 * A process that dies before each of its steps in turn, be it one in the folder or one in the
 * database, and another that comes after it.
 */
class CrashTests {

    @TempDir Path home;

    @Test
    void losesAndDoublesNothingWhereverAProcessDies() throws Exception {
        int steps = 0;
        boolean died = true;
        while (died) {
            steps++;
            Path directory = fresh(CSV);
            died = dies(directory, steps);
            goOn(directory);

            assertThat(FolderDatabase.imports()).as("crash at step %s", steps).hasSize(1);
            assertThat(names(directory)).as("step %s", steps).containsExactly("done", "refused");
            assertThat(names(directory.resolve("done")))
                    .as("crash at step %s", steps)
                    .containsExactly("leavers.csv", "leavers.results.csv");
            assertThat(directory.resolve("done/leavers.csv")).hasContent(CSV);
            assertThat(directory.resolve("done/leavers.results.csv"))
                    .hasBinaryContent(
                            ServiceParts.running().resultsOf(FolderDatabase.imports().get(0)));
            assertThat(names(directory.resolve("refused"))).isEmpty();
        }
        assertThat(steps).isGreaterThan(30);
    }

    @Test
    void refusesOnceWhereverAProcessDies() throws Exception {
        int steps = 0;
        boolean died = true;
        while (died) {
            steps++;
            Path directory = fresh("Name\nAmelia\n");
            died = dies(directory, steps);
            goOn(directory);

            assertThat(FolderDatabase.imports()).isEmpty();
            assertThat(names(directory)).as("step %s", steps).containsExactly("done", "refused");
            assertThat(names(directory.resolve("refused")))
                    .as("crash at step %s", steps)
                    .containsExactly("leavers.csv", "leavers.csv.reason.txt");
            assertThat(names(directory.resolve("done"))).isEmpty();
        }
        assertThat(steps).isGreaterThan(20);
    }

    private Path fresh(String content) throws IOException {
        FolderDatabase.clear();
        Path directory = home.resolve("dropped");
        FileSystemUtils.deleteRecursively(directory);
        Files.createDirectory(directory);
        Files.writeString(directory.resolve("leavers.csv"), content);
        return directory;
    }

    /** Tells whether it has had so many steps. */
    private static boolean dies(Path directory, int step) {
        Death death = new Death(step);
        ServiceParts dying =
                ServiceParts.on(
                        new DelegatingDataSource(FolderDatabase.SERVER.dataSource()) {
                            @Override
                            public Connection getConnection() throws SQLException {
                                death.comes();
                                return super.getConnection();
                            }
                        });
        FolderWatch watch =
                dying.watching(
                        new InterruptedFolder(new LocalFolder(directory), name -> death.comes()));
        try {
            look(watch, 3);
            ServiceParts.running().endImports();
            look(watch, 3);
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    private static void goOn(Path directory) {
        FolderDatabase.letLeasesRunOut();
        ServiceParts next = ServiceParts.running();
        FolderWatch watch = next.watching(new LocalFolder(directory));
        look(watch, 3);
        next.endImports();
        look(watch, 3);
    }

    /** Comes at a step, and whoever is dead stays so. */
    private static final class Death {

        private int stepsLeft;

        Death(int step) {
            stepsLeft = step;
        }

        void comes() {
            if (--stepsLeft <= 0) {
                throw new Crash();
            }
        }
    }

    private static final class Crash extends Error {

        private static final long serialVersionUID = 1;
    }
}
