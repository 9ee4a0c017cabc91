package org.unenrol.ingest.upload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.unenrol.model.UsernameKey;

/**
 * Finds rows that name the same learner and activity as an earlier row. Holds 128 bits of a
 * cryptographic hash and a row number for each, 20 bytes at a load of at most two thirds, so that
 * files of millions of rows fit. For one thread.
 */
final class DuplicateFinder {

    private static final int FREE = 0;

    private final MessageDigest sha256 = digest();
    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private int[] rows = new int[1 << 10];
    private int size;

    /** The earlier row with the same learner and activity, or 0 when this is the first. */
    int firstRowLike(String username, String activityReference, int row) {
        ByteBuffer hash = hash(username, activityReference);
        if (size * 3L >= rows.length * 2L) {
            grow();
        }
        return find(hash.getLong(0), hash.getLong(Long.BYTES), row);
    }

    private int find(long h, long l, int row) {
        int slot = slotOf(h, l);
        if (rows[slot] == FREE) {
            put(slot, h, l, row);
            size++;
            return 0;
        }
        return rows[slot];
    }

    private int slotOf(long h, long l) {
        int mask = rows.length - 1;
        int slot = (int) l & mask;
        while (rows[slot] != FREE && (high[slot] != h || low[slot] != l)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, long h, long l, int row) {
        high[slot] = h;
        low[slot] = l;
        rows[slot] = row;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldRows = rows;
        high = new long[oldRows.length * 2];
        low = new long[oldRows.length * 2];
        rows = new int[oldRows.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != FREE) {
                put(slotOf(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldRows[i]);
            }
        }
    }

    private ByteBuffer hash(String username, String activityReference) {
        sha256.update(UsernameKey.of(username).getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        return ByteBuffer.wrap(sha256.digest(activityReference.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
