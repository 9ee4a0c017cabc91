package org.unenrol.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTests {

    private static final Duration AGE = Duration.ofDays(1);

    @TempDir Path temporary;

    @Test
    void sweepsAwayWhatAKilledProcessHasLeftBehind() throws IOException {
        UploadFolder killed = new UploadFolder(temporary);
        Files.createFile(killed.path().resolve("upload_0815.tmp"));
        Path spilt = Files.createTempFile(temporary, "unenrol", ".tmp");
        makeOld(killed.path());
        makeOld(spilt);

        new UploadFolder(temporary).sweep(AGE);

        assertThat(killed.path()).doesNotExist();
        assertThat(spilt).doesNotExist();
    }

    @Test
    void leavesWhatIsInUseAndWhatBelongsToOthers() throws IOException {
        UploadFolder living = new UploadFolder(temporary);
        UploadFolder other = new UploadFolder(temporary);
        Path upload = Files.createFile(other.path().resolve("upload_0815.tmp"));
        Path foreign = Files.createFile(temporary.resolve("letter.tmp"));
        makeOld(living.path());
        makeOld(foreign);

        living.sweep(AGE);

        assertThat(living.path()).exists();
        assertThat(upload).exists();
        assertThat(foreign).exists();
    }

    @Test
    void goesWithItsProcess() throws IOException {
        UploadFolder folder = new UploadFolder(temporary);
        Files.createFile(folder.path().resolve("upload_0815.tmp"));

        folder.close();

        assertThat(temporary).isEmptyDirectory();
    }

    private static void makeOld(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(AGE.multipliedBy(2))));
    }
}
