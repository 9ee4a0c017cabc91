package org.unenrol.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A folder of this process's own for the parts of uploads, which goes with the process. What
 * processes leave behind that are killed is swept away by others.
 */
final class UploadFolder implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(UploadFolder.class);
    private static final String PREFIX = "unenrol-uploads-";

    /** Those folders, and the temporary files of {@link SpillFile}. */
    private static final String LEFTOVERS = "{" + PREFIX + "*,unenrol*.tmp}";

    private final Path parent;
    private final Path path;

    UploadFolder(Path parent) throws IOException {
        this.parent = parent;
        this.path = Files.createTempDirectory(parent, PREFIX);
    }

    Path path() {
        return path;
    }

    /**
     * Deletes what no process has touched for the time given. A process that lives touches its
     * folder each time.
     */
    void sweep(Duration age) throws IOException {
        Instant now = Instant.now();
        Files.setLastModifiedTime(path, FileTime.from(now));
        for (Path leftover : leftovers()) {
            try {
                if (Files.getLastModifiedTime(leftover).toInstant().isBefore(now.minus(age))) {
                    FileSystemUtils.deleteRecursively(leftover);
                    log.info("{} was left behind and is deleted", leftover.getFileName());
                }
            } catch (NoSuchFileException e) {
                // Another process sweeps, too.
            } catch (IOException e) {
                log.warn("{} cannot be deleted", leftover.getFileName(), e);
            }
        }
    }

    private List<Path> leftovers() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent, LEFTOVERS)) {
            leftovers.forEach(found::add);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}
