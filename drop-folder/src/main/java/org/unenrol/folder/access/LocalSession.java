package org.unenrol.folder.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unenrol.ledger.folder.Subfolder;

/** The files of a local folder. */
final class LocalSession implements FolderSession {

    private final Path directory;

    LocalSession(Path directory) {
        this.directory = directory;
    }

    @Override
    public List<FoundFile> list() throws IOException {
        List<FoundFile> found = new ArrayList<>();
        for (Path path : all(directory)) {
            find(FolderPath.of(path.getFileName().toString())).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public Optional<FoundFile> find(FolderPath path) throws IOException {
        try {
            BasicFileAttributes file =
                    Files.readAttributes(
                            resolved(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return file.isRegularFile()
                    ? Optional.of(
                            new FoundFile(
                                    path.name(), file.size(), file.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean exists(FolderPath path) {
        return Files.exists(resolved(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public List<String> names(Subfolder subfolder) throws IOException {
        return all(directory.resolve(subfolder.folderName())).stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    @Override
    public InputStream read(FolderPath file) throws IOException {
        return Files.newInputStream(resolved(file), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public OutputStream create(FolderPath file) throws IOException {
        return Files.newOutputStream(
                resolved(file),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.DSYNC);
    }

    /** The names are kept for one file each, so that nobody comes between the two steps. */
    @Override
    public void move(FolderPath from, FolderPath to) throws IOException {
        if (exists(to)) {
            throw new FileAlreadyExistsException(to.relative());
        }
        Files.move(resolved(from), resolved(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(FolderPath file) throws IOException {
        Files.deleteIfExists(resolved(file));
    }

    @Override
    public boolean isOpen() {
        return Files.isDirectory(directory);
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private Path resolved(FolderPath path) {
        return directory.resolve(path.relative());
    }
}
