package org.unenrol.ledger.file;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Cuts what is written into chunks and stores each as it fills. For one thread. */
public final class StoredFileWriter extends OutputStream {

    static final int CHUNK_BYTES = 256 * 1024;

    private final UUID id;
    private final ChunkSink sink;
    private final MessageDigest digest = sha256Digest();
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int filled;
    private int written;
    private boolean closed;

    StoredFileWriter(UUID id, ChunkSink sink) {
        this.id = id;
        this.sink = sink;
    }

    public UUID id() {
        return id;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, CHUNK_BYTES - filled);
            System.arraycopy(bytes, from, chunk, filled, part);
            filled += part;
            from += part;
            left -= part;
            if (filled == CHUNK_BYTES) {
                storeChunk();
            }
        }
    }

    private void storeChunk() {
        sink.store(written++, Arrays.copyOf(chunk, filled));
        filled = 0;
    }

    @Override
    public void close() {
        if (!closed && filled > 0) {
            storeChunk();
        }
        closed = true;
    }

    /** SHA-256 of all that was written, in lower-case hexadecimal. To be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    interface ChunkSink {
        void store(int seq, byte[] bytes);
    }
}
