package org.unenrol.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.unenrol.csv.RefusedFileException.Reason;

/** The part of a file that is in memory. It moves forward and never grows beyond its size. */
final class Window {

    static final int SIZE = 640 * 1024;

    private static final int SIZE_AT_FIRST = 10 * 1024;

    private final InputStream source;
    private final long maxBytes;
    private byte[] bytes = new byte[SIZE_AT_FIRST];

    private int limit;
    private long read;
    private boolean atEnd;
    private Utf8Evidence evidence = Utf8Evidence.notNeeded();

    Window(InputStream source, long maxBytes) {
        this.source = source;
        this.maxBytes = maxBytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The index after the last byte in memory. */
    int limit() {
        return limit;
    }

    /** Tells whether the last byte in memory is the last one of the file. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Has all bytes that come into memory looked at, those that are there already too. */
    void observe(Utf8Evidence observer) {
        evidence = observer;
        evidence.look(bytes, 0, limit);
        if (atEnd) {
            evidence.end();
        }
    }

    /**
     * Sees to it that so many bytes from an index on are in memory, or all there are. What is
     * before the index may be forgotten.
     *
     * @return the index at which the first of these bytes is now
     */
    int fill(int from, int count) throws IOException {
        if (limit - from >= count || atEnd) {
            return from;
        }
        System.arraycopy(bytes, from, bytes, 0, limit - from);
        limit -= from;
        while (limit < SIZE && !atEnd) {
            if (limit == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            readSome();
        }
        return 0;
    }

    private void readSome() throws IOException {
        int count = source.read(bytes, limit, bytes.length - limit);
        if (count < 0) {
            atEnd = true;
            evidence.end();
            return;
        }
        read += count;
        if (read > maxBytes) {
            throw new RefusedFileException(
                    Reason.TOO_LARGE, Refusal.of(Refusal.Kind.TOO_LARGE, maxBytes));
        }
        evidence.look(bytes, limit, limit + count);
        limit += count;
    }
}
