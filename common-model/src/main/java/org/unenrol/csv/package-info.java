/**
 * Reads the file an administrator uploads and writes it back with the outcome of each row. Both are
 * streams in flat memory, both work on the bytes: every row is found or the file is refused, one
 * bad row costs that row only, and what the administrator wrote comes back byte for byte. How each
 * ambiguity of the format is read is said in {@code docs/csv-format.md}.
 */
@NullMarked
package org.unenrol.csv;

import org.jspecify.annotations.NullMarked;
