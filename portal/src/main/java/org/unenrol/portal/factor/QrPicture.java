package org.unenrol.portal.factor;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code as a path of SVG, one unit to a module.
 *
 * @param size with the quiet zone round it
 * @param path the dark modules
 */
public record QrPicture(int size, String path) {

    private static final int QUIET_ZONE = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        String path =
                IntStream.range(0, code.size * code.size)
                        .filter(i -> code.getModule(i % code.size, i / code.size))
                        .mapToObj(i -> module(i % code.size, i / code.size))
                        .collect(Collectors.joining());
        return new QrPicture(code.size + 2 * QUIET_ZONE, path);
    }

    private static String module(int x, int y) {
        return "M" + (x + QUIET_ZONE) + "," + (y + QUIET_ZONE) + "h1v1h-1z";
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "QrPicture[" + size + "]";
    }
}
