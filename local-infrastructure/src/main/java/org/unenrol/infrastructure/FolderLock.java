package org.unenrol.infrastructure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sole right to use a folder. It ends with {@link #close()} or with the process. */
final class FolderLock implements AutoCloseable {

    /** Asked first: a second channel on the file would drop the first one's lock when it closes. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Far behind the process id in the file, which others must be able to read. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Starts something that works in the folder as long as it holds the lock. */
    interface Start<T> {

        /** Gets the lock to release when it has stopped. */
        T under(FolderLock lock) throws IOException;
    }

    /** Takes the lock of a folder, which is made where it is missing, and drops it on failure. */
    static <T> T start(Path folder, Start<T> start) {
        FolderLock lock = take(folder);
        try {
            return start.under(lock);
        } catch (IOException e) {
            lock.close();
            throw unusable(folder, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FolderLock take(Path folder) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            if (!HELD_HERE.add(real)) {
                throw inUse(folder, "this process");
            }
            return lock(real, folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static LocalInfrastructureException unusable(Path folder, IOException e) {
        return new LocalInfrastructureException(
                "The data folder "
                        + folder
                        + " cannot be used ("
                        + e
                        + "): fix that or choose another folder (UNENROL_DATA_DIR).",
                e);
    }

    private static FolderLock lock(Path real, Path folder) throws IOException {
        Path file = real.resolve("lock");
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                throw inUse(folder, "process " + Files.readString(file));
            }
            writeOwnPid(channel);
            taken = true;
            return new FolderLock(real, channel);
        } finally {
            if (!taken) {
                HELD_HERE.remove(real);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void writeOwnPid(FileChannel channel) throws IOException {
        byte[] pid =
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(pid), 0);
        channel.truncate(pid.length);
    }

    private static LocalInfrastructureException inUse(Path folder, String by) {
        return new LocalInfrastructureException(
                "The data folder "
                        + folder
                        + " is in use by "
                        + by
                        + ": stop it or choose another folder (UNENROL_DATA_DIR).");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LocalInfrastructureException("The lock of " + folder + " stays held.", e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
