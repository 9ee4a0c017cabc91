package org.unenrol.ledger;

import java.util.Arrays;

/** Rows that repeat an earlier row of their file. Eight bytes each, for files of millions. */
public final class DuplicateRows {

    private int[] rows = new int[16];
    private int[] firstRows = new int[16];
    private int size;

    /** Adds a row and the earlier one that counts. */
    public void add(int row, int firstRow) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            firstRows = Arrays.copyOf(firstRows, size * 2);
        }
        rows[size] = row;
        firstRows[size++] = firstRow;
    }

    public int size() {
        return size;
    }

    Integer[] rows(int from, int to) {
        return boxed(rows, from, to);
    }

    Integer[] firstRows(int from, int to) {
        return boxed(firstRows, from, to);
    }

    private static Integer[] boxed(int[] values, int from, int to) {
        return Arrays.stream(values, from, to).boxed().toArray(Integer[]::new);
    }
}
