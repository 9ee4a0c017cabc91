package org.unenrol.infrastructure;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked from the class path. */
final class PostgresBinaries {

    private static final int EXECUTABLE_BY_OWNER = 0100;

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks them into a folder of the cache, named after their content, unless it is there. */
    static synchronized PostgresBinaries in(Path cache) throws IOException {
        Path folder = cache.resolve("postgresql-" + fingerprint());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(cache);
            try (FileChannel others =
                    FileChannel.open(
                            cache.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE)) {
                others.lock();
                unpackOnce(folder);
            }
        }
        return new PostgresBinaries(folder);
    }

    /** The programs appear under their name only when they are whole. */
    private static void unpackOnce(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path unfinished = folder.resolveSibling("unfinished");
            Folders.delete(unfinished);
            unpack(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String fingerprint() throws IOException {
        CheckedInputStream archive = new CheckedInputStream(archive(), new CRC32());
        try (archive) {
            long length = archive.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(archive.getChecksum().getValue()) + "-" + length;
        }
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(
                                new BufferedInputStream(new XZInputStream(archive), 1 << 16))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(entry, tar, target);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        Path path = entry.resolveIn(target);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean executable = (entry.getMode() & EXECUTABLE_BY_OWNER) != 0;
        if (executable && !path.toFile().setExecutable(true, false)) {
            throw new IOException(path + " cannot be made executable.");
        }
    }

    private static InputStream archive() throws IOException {
        return new BufferedInputStream(
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        system(), System.getProperty("os.arch")));
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }
}
