package org.unenrol.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Rows and the hashes of what they name, in row order: the latest in memory, those before spilt.
 */
final class RowHashes {

    private static final int RECORD = 2 * Long.BYTES + Integer.BYTES;
    private static final int FEWEST = 16 * RECORD;
    private static final int MOST = 1024 * RECORD;

    private final SpillFile file;
    private final List<Long> spilt = new ArrayList<>();
    private ByteBuffer latest = ByteBuffer.allocate(FEWEST);

    RowHashes(SpillFile file) {
        this.file = file;
    }

    void add(long high, long low, int row) throws IOException {
        if (!latest.hasRemaining()) {
            makeRoom();
        }
        latest.putLong(high).putLong(low).putInt(row);
    }

    private void makeRoom() throws IOException {
        if (latest.capacity() < MOST) {
            latest = ByteBuffer.allocate(Math.min(MOST, latest.capacity() * 4)).put(latest.flip());
        } else {
            spilt.add(file.append(latest.flip()));
            latest.clear();
        }
    }

    /** Tells each row that repeats an earlier one, and that one. */
    void findDuplicates(BiConsumer<Integer, Integer> found) throws IOException {
        FirstRows first = new FirstRows();
        ByteBuffer earlier = ByteBuffer.allocate(spilt.isEmpty() ? 0 : MOST);
        for (long start : spilt) {
            file.read(start, earlier.clear());
            find(first, earlier.flip(), found);
        }
        find(first, latest.duplicate().flip(), found);
    }

    private static void find(
            FirstRows first, ByteBuffer hashes, BiConsumer<Integer, Integer> found) {
        while (hashes.hasRemaining()) {
            long high = hashes.getLong();
            long low = hashes.getLong();
            int row = hashes.getInt();
            int firstRow = first.firstRowLike(high, low, row);
            if (firstRow > 0) {
                found.accept(row, firstRow);
            }
        }
    }
}
