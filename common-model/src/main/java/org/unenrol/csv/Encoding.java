package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.RefusedFileException.Reason;

/**
 * In which charset a file is: the one that was declared, or that of its byte order mark, or UTF-8,
 * or else Windows-1252.
 *
 * @param markLength the length of the byte order mark; 0 without one
 * @param evidence what may still show that the charset is another
 */
record Encoding(Charset charset, int markLength, Utf8Evidence evidence) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int NUL_SAMPLE = 1024;

    static Encoding find(Window window, @Nullable Charset declared) {
        byte[] start = Arrays.copyOf(window.bytes(), Math.min(window.limit(), NUL_SAMPLE));
        refuseUtf32(start);
        Charset marked = marked(start);
        if (declared != null) {
            return declared(declared, marked);
        }
        if (marked != null) {
            return new Encoding(marked, markLength(marked), Utf8Evidence.notNeeded());
        }
        refuseUnmarkedUtf16(start);
        Utf8Evidence evidence = new Utf8Evidence();
        window.observe(evidence);
        boolean certain = window.isAtEnd() && evidence.isAgainst();
        return certain
                ? new Encoding(WINDOWS_1252, 0, Utf8Evidence.notNeeded())
                : new Encoding(UTF_8, 0, evidence);
    }

    private static Encoding declared(Charset declared, @Nullable Charset marked) {
        Charset charset = declared;
        if (declared.equals(UTF_16)) {
            charset = UTF_16LE.equals(marked) ? UTF_16LE : UTF_16BE;
        }
        if (marked != null && !marked.equals(charset)) {
            throw new RefusedFileException(
                    Reason.UNREADABLE_ENCODING,
                    new Refusal.CharsetContradicted(declared.name(), marked.name()));
        }
        if (!isSupported(charset)) {
            throw new RefusedFileException(
                    Reason.UNREADABLE_ENCODING, new Refusal.CharsetUnsupported(declared.name()));
        }
        return new Encoding(
                charset, marked == null ? 0 : markLength(charset), Utf8Evidence.notNeeded());
    }

    private static @Nullable Charset marked(byte[] start) {
        if (begins(start, 0xef, 0xbb, 0xbf)) {
            return UTF_8;
        } else if (begins(start, 0xff, 0xfe)) {
            return UTF_16LE;
        }
        return begins(start, 0xfe, 0xff) ? UTF_16BE : null;
    }

    private static int markLength(Charset charset) {
        return charset.equals(UTF_8) ? 3 : 2;
    }

    private static void refuseUtf32(byte[] start) {
        if (begins(start, 0xff, 0xfe, 0, 0)
                || begins(start, 0, 0, 0xfe, 0xff)
                || (start.length >= 8 && start[1] == 0 && start[2] == 0 && start[5] == 0)) {
            throw new RefusedFileException(
                    Reason.UNREADABLE_ENCODING, Refusal.of(Refusal.Kind.UTF_32));
        }
    }

    /** Text in UTF-16 has NULs at every other place, and at none of the places between. */
    private static void refuseUnmarkedUtf16(byte[] start) {
        int[] nuls = new int[2];
        for (int i = 0; i < start.length; i++) {
            nuls[i % 2] += start[i] == 0 ? 1 : 0;
        }
        int most = Math.max(nuls[0], nuls[1]);
        if (most > start.length / 4 && Math.min(nuls[0], nuls[1]) == 0) {
            throw new RefusedFileException(
                    Reason.UNREADABLE_ENCODING, Refusal.of(Refusal.Kind.UTF_16_WITHOUT_MARK));
        }
    }

    private static boolean begins(byte[] start, int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a delimiter, a quote and a line end are what the framer takes them for. */
    private static boolean isSupported(Charset charset) {
        if (charset.equals(UTF_8) || charset.equals(UTF_16LE) || charset.equals(UTF_16BE)) {
            return true;
        }
        if (!charset.canEncode()) {
            return false;
        }
        boolean plain =
                charset.newEncoder().maxBytesPerChar() == 1 || charset.name().startsWith("EUC-");
        String ascii = "\t\r\n \"',;|=09:AZaz~";
        return plain && Arrays.equals(ascii.getBytes(charset), ascii.getBytes(US_ASCII));
    }
}
