package org.unenrol.csv;

/**
 * Judges from all bytes of a file whether it is UTF-8. One that is not valid UTF-8 is still taken
 * for a UTF-8 file with damaged places as long as its characters of several bytes that are valid
 * are no fewer than its bytes that are not: text in Windows-1252 practically never has any.
 */
final class Utf8Evidence {

    private final boolean needed;
    private long valid;
    private long invalid;

    /** The bytes of the current character still to come, and the range of the next one. */
    private int missing;

    private int lowest = 0x80;
    private int highest = 0xbf;

    Utf8Evidence() {
        this(true);
    }

    private Utf8Evidence(boolean needed) {
        this.needed = needed;
    }

    static Utf8Evidence notNeeded() {
        return new Utf8Evidence(false);
    }

    /** Tells whether, by what has been seen so far, the file is not UTF-8. */
    boolean isAgainst() {
        return invalid > valid;
    }

    void look(byte[] bytes, int from, int to) {
        int i = needed ? from : to;
        while (i < to) {
            if (missing == 0) {
                i = skipAscii(bytes, i, to);
            }
            if (i < to) {
                look(bytes[i++] & 0xff);
            }
        }
    }

    /** Tells that the last byte has been seen. */
    void end() {
        if (missing > 0) {
            invalid++;
        }
    }

    private static int skipAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    private void look(int b) {
        if (missing == 0) {
            begin(b);
        } else if (b < lowest || b > highest) {
            missing = 0;
            invalid++;
            begin(b);
        } else {
            lowest = 0x80;
            highest = 0xbf;
            missing--;
            valid += missing == 0 ? 1 : 0;
        }
    }

    /** The Unicode Standard, table 3-7: well-formed UTF-8 byte sequences. */
    private void begin(int b) {
        lowest = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        highest = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
        if (b >= 0xc2 && b <= 0xdf) {
            missing = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            missing = 2;
        } else if (b >= 0xf0 && b <= 0xf4) {
            missing = 3;
        } else if (b >= 0x80) {
            invalid++;
        }
    }
}
