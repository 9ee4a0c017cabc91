package org.unenrol.csv;

import java.io.IOException;

/** Knows the outcome of each row; asked for the rows 1, 2, 3 … in this order, once each. */
@FunctionalInterface
public interface RowResults {

    RowResult of(int row) throws IOException;
}
