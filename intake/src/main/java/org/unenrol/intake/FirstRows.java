package org.unenrol.intake;

/**
 * The first row that each hash was seen with. Holds 128 bits and a row number for each, 20 bytes at
 * a load of at most two thirds.
 */
final class FirstRows {

    private static final int FREE = 0;

    private long[] high = new long[1 << 6];
    private long[] low = new long[1 << 6];
    private int[] rows = new int[1 << 6];
    private int size;

    /** The earlier row with the same hash, or 0 when this is the first. */
    int firstRowLike(long h, long l, int row) {
        if (size * 3L >= rows.length * 2L) {
            grow();
        }
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
}
