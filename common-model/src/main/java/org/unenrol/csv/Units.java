package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/**
 * The code units that the bytes of a charset form. In every charset that is accepted, a delimiter,
 * a quotation mark and a line end are one unit each, and no part of another character.
 */
final class Units {

    private static final int BYTES = 256;

    private final int width;

    /** The place of the low byte in a unit. */
    private final int low;

    private final boolean utf8;

    /** The bytes above ASCII that are white space by themselves. */
    private final boolean[] spaces = new boolean[BYTES];

    private Units(int width, int low, Charset charset) {
        this.width = width;
        this.low = low;
        this.utf8 = charset.equals(UTF_8);
        if (width == 1 && !utf8 && charset.newEncoder().maxBytesPerChar() == 1) {
            for (int b = 0x80; b < BYTES; b++) {
                String text = new String(new byte[] {(byte) b}, charset);
                spaces[b] = CellText.isSpace(text.charAt(0));
            }
        }
    }

    static Units of(Charset charset) {
        if (charset.equals(UTF_16LE)) {
            return new Units(2, 0, charset);
        }
        return charset.equals(UTF_16BE) ? new Units(2, 1, charset) : new Units(1, 0, charset);
    }

    /** The bytes in a unit. */
    int width() {
        return width;
    }

    int at(byte[] bytes, int index) {
        if (width == 1) {
            return bytes[index] & 0xff;
        }
        return (bytes[index + low] & 0xff) | (bytes[index + 1 - low] & 0xff) << 8;
    }

    /** The bytes of the white space character at an index; 0 where another character is. */
    int spaceAt(byte[] bytes, int index, int limit) {
        int unit = at(bytes, index);
        if (unit <= ' ') {
            return width;
        } else if (unit < 0x80) {
            return 0;
        } else if (utf8) {
            return utf8SpaceAt(bytes, index, limit);
        }
        return width == 2 ? (CellText.isSpace(unit) ? 2 : 0) : spaces[unit] ? 1 : 0;
    }

    /** No white space has more than three bytes in UTF-8. */
    private static int utf8SpaceAt(byte[] bytes, int index, int limit) {
        int first = bytes[index] & 0xff;
        if (first == 0xc2 && index + 2 <= limit) {
            return CellText.isSpace(bytes[index + 1] & 0xff) && bytes[index + 1] < 0 ? 2 : 0;
        } else if (first >= 0xe1 && first <= 0xe3 && index + 3 <= limit) {
            int c =
                    (first & 0xf) << 12
                            | (bytes[index + 1] & 0x3f) << 6
                            | (bytes[index + 2] & 0x3f);
            return bytes[index + 1] < 0 && bytes[index + 2] < 0 && CellText.isSpace(c) ? 3 : 0;
        }
        return 0;
    }
}
