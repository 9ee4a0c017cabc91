package org.unenrol.csv;

import java.util.Arrays;

/** The columns of a file, for whoever composes one. */
public final class FileColumns {

    private FileColumns() {}

    /**
     * Tells whether the name of a further column would be taken, or could be mistaken, for one of
     * the product's own.
     */
    public static boolean isTaken(String name) {
        return HeaderName.isOutcome(name)
                || Arrays.stream(Column.values())
                        .anyMatch(column -> column.isNamed(name) || column.isMeantBy(name));
    }
}
