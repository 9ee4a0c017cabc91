package org.unenrol.standalone;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with one line that nobody but its owner may read. */
record OwnerOnlyFile(Path path) {

    /** Reads the line, without the end that editors add; empty where there is no file. */
    String read() throws IOException {
        return Files.exists(path) ? Files.readString(path).replaceFirst("\\R+\\z", "") : "";
    }

    /** Writes all of it or nothing: nobody is to find half a line after a crash. */
    void write(String line) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly());
        Files.writeString(unfinished, line + "\n");
        Files.move(
                unfinished,
                path,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
