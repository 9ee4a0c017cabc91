package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;

/**
 * How the bytes of a charset form code units. In every charset that is accepted, a delimiter, a
 * quotation mark and a line end are one unit each, and no part of another character.
 *
 * @param width bytes in a unit
 * @param low where in a unit its low byte is
 */
record Units(int width, int low) {

    static Units of(Charset charset) {
        if (charset.equals(UTF_16LE)) {
            return new Units(2, 0);
        }
        return charset.equals(UTF_16BE) ? new Units(2, 1) : new Units(1, 0);
    }

    int at(byte[] bytes, int index) {
        if (width == 1) {
            return bytes[index] & 0xff;
        }
        return (bytes[index + low] & 0xff) | (bytes[index + 1 - low] & 0xff) << 8;
    }
}
