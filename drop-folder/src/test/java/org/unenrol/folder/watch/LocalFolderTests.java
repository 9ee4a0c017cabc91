package org.unenrol.folder.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.folder.access.LocalFolder;

class LocalFolderTests extends FolderContract {

    @Override
    DropFolder place() {
        return new LocalFolder(directory);
    }

    @Test
    void neverMakesAFolderThatIsNotThereAndGoesOnOnceItIs() throws Exception {
        FolderWatch watch = process.watching(place());
        Files.delete(directory);

        look(watch, 3);
        assertThat(watch.status().unreachable()).contains("dropped");
        assertThat(directory).doesNotExist();
        Files.createDirectory(directory);
        drop("leavers.csv", CSV);
        look(watch, 3);

        assertThat(watch.status().isWell()).isTrue();
        assertThat(FolderDatabase.imports()).hasSize(1);
    }

    /** Who runs the tests may be allowed to read everything. */
    @Test
    void takesTheOthersWhereOneCannotBeRead() throws Exception {
        drop("a.csv", CSV);
        drop("b.csv", OTHER);
        InterruptedFolder folder =
                new InterruptedFolder(
                        place(),
                        step -> {
                            if (step.equals("open a.csv")) {
                                throw new AccessDeniedException("a.csv");
                            }
                        });
        FolderWatch watch = process.watching(folder);

        look(watch, 3);

        assertThat(watch.status().waiting()).containsOnlyKeys("a.csv");
        assertThat(FolderDatabase.imports()).hasSize(1);
    }
}
