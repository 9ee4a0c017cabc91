package org.unenrol.ledger.file;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Fetches chunk after chunk as it is read, and holds one at a time. For one thread. */
final class StoredFileReader extends InputStream {

    private final IntFunction<byte[]> chunks;
    private byte[] chunk = new byte[0];
    private int position;
    private int next;
    private boolean ended;

    StoredFileReader(IntFunction<byte[]> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return hasBytes() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!hasBytes()) {
            return -1;
        }
        int part = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, part);
        position += part;
        return part;
    }

    private boolean hasBytes() {
        if (position == chunk.length && !ended) {
            chunk = chunks.apply(next++);
            position = 0;
            ended = chunk.length == 0;
        }
        return position < chunk.length;
    }
}
