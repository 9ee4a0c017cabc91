package org.unenrol.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of an entry: SHA-256 of the one before, in hexadecimal digits, a line end, and it. */
final class ChainHash {

    /** Stands before the first entry. */
    static final String NONE = "0".repeat(64);

    private ChainHash() {}

    static String of(String previous, String entry) {
        try {
            byte[] text = (previous + "\n" + entry).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
