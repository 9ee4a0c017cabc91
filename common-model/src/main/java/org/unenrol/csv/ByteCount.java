package org.unenrol.csv;

/** A number of bytes as people write it. */
final class ByteCount {

    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    private ByteCount() {}

    static String of(long bytes) {
        long count = bytes;
        int unit = 0;
        while (count >= STEP && count % STEP == 0 && unit < UNITS.length - 1) {
            count /= STEP;
            unit++;
        }
        return count + " " + UNITS[unit];
    }
}
