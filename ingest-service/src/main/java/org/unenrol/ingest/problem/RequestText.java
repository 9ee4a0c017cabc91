package org.unenrol.ingest.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The parts of a request that are text for those who handle it, and whether they can be. */
final class RequestText {

    /** The path of the error page; nobody asks for it by itself. */
    private static final String ERROR_PAGE = "/error";

    private static final int ESCAPE = 3;

    private RequestText() {}

    static boolean hasReadableHeaders(HttpServletRequest request) {
        String type = request.getContentType();
        return (type == null || type.indexOf('*') < 0) && ProxyHeaders.areReadable(request);
    }

    static boolean hasReadableAddress(HttpServletRequest request) {
        return isText(request.getQueryString())
                && !request.getRequestURI().equals(request.getContextPath() + ERROR_PAGE);
    }

    /** Percent-encoded UTF-8, without the one character that no database keeps. */
    static boolean isText(@Nullable String encoded) {
        if (encoded == null) {
            return true;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(decoded(encoded));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().indexOf('\0') < 0;
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] decoded(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int at = 0;
        while (at < encoded.length()) {
            if (encoded.charAt(at) == '%') {
                int end = Math.min(at + ESCAPE, encoded.length());
                bytes.writeBytes(HexFormat.of().parseHex(encoded, at + 1, end));
                at = end == at + ESCAPE ? end : bad();
            } else {
                bytes.write(encoded.charAt(at));
                at++;
            }
        }
        return bytes.toByteArray();
    }

    private static int bad() {
        throw new IllegalArgumentException("an escape that is cut");
    }
}
