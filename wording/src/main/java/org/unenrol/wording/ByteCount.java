package org.unenrol.wording;

/**
 * A number of bytes as people write it.
 *
 * @param unit {@code bytes}, or an abbreviation that every language has
 */
record ByteCount(long number, String unit) {

    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    static ByteCount of(long bytes) {
        long count = bytes;
        int unit = 0;
        while (count >= STEP && count % STEP == 0 && unit < UNITS.length - 1) {
            count /= STEP;
            unit++;
        }
        return new ByteCount(count, UNITS[unit]);
    }
}
