package org.unenrol.folder.watch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of a file as they are read, and lets something be done now and then. */
final class HeldContent extends FilterInputStream {

    private final Runnable meanwhile;
    private long count;

    HeldContent(InputStream content, Runnable meanwhile) {
        super(content);
        this.meanwhile = meanwhile;
    }

    /** The number of bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count++;
        }
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        meanwhile.run();
        int read = super.read(target, offset, length);
        if (read > 0) {
            count += read;
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return readNBytes((int) Math.min(wanted, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
