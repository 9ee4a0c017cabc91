package org.unenrol.csv;

/**
 * The limits on the size of a file.
 *
 * @param maxBytes the whole file, as it is stored
 * @param maxRows the rows after the header
 */
public record FileLimits(long maxBytes, int maxRows) {

    /** For a file that has been accepted before. */
    public static FileLimits unlimited() {
        return new FileLimits(Long.MAX_VALUE, Integer.MAX_VALUE);
    }
}
