package org.unenrol.infrastructure;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Keeps files from everybody but their owner, whatever the umask: folders have mode 700, and files
 * 600. Windows has no modes; there a folder has the rights of the one that it is in.
 */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Closes a folder first, so that what comes later is out of reach too, then all in it. */
    static void close(Path folder) throws IOException {
        if (hasModes(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
            Files.walkFileTree(folder, new ModesOfAll());
        }
    }

    /** Writes a file that was never open to others. */
    static void write(Path file, List<String> lines) throws IOException {
        Files.deleteIfExists(file);
        if (hasModes(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        }
        Files.write(file, lines);
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** A server may delete files of its own meanwhile. */
    private static final class ModesOfAll extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
                throws IOException {
            return set(path, FOLDER);
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                throws IOException {
            return set(path, FILE);
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            return goneOrThrow(e);
        }

        private static FileVisitResult set(Path path, Set<PosixFilePermission> mode)
                throws IOException {
            try {
                Files.setPosixFilePermissions(path, mode);
                return FileVisitResult.CONTINUE;
            } catch (IOException e) {
                return goneOrThrow(e);
            }
        }

        private static FileVisitResult goneOrThrow(IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
