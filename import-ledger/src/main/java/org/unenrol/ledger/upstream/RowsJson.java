package org.unenrol.ledger.upstream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Rows as they were received.
 *
 * @param content a JSON array of objects, in UTF-8
 * @param rows how many there are
 * @param names those of the members that become further columns, in the order of their appearance
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RowsJson(byte[] content, int rows, List<String> names) {

    /** SHA-256 of the content, in hexadecimal digits. */
    String sha256() {
        return sha256(content);
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
