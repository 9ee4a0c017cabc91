package org.unenrol.intake;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A temporary file for what would take too much memory; made when it is first written to. */
final class SpillFile implements Closeable {

    private final Path folder;
    private @Nullable FileChannel channel;
    private long end;

    /** One that will be in the folder. */
    SpillFile(Path folder) {
        this.folder = folder;
    }

    /** Appends what the buffer holds, and tells from where on it can be read. */
    long append(ByteBuffer bytes) throws IOException {
        if (channel == null) {
            channel =
                    FileChannel.open(
                            Files.createTempFile(folder, "unenrol", ".tmp"),
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
        }
        long start = end;
        while (bytes.hasRemaining()) {
            end += channel.write(bytes, end);
        }
        return start;
    }

    /** Fills the buffer with what was written there. */
    void read(long start, ByteBuffer bytes) throws IOException {
        long position = start;
        while (bytes.hasRemaining()) {
            int read = channel == null ? -1 : channel.read(bytes, position);
            if (read < 0) {
                throw new EOFException("nothing was written at " + position);
            }
            position += read;
        }
    }

    /** Removes the file, if there is one. */
    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
