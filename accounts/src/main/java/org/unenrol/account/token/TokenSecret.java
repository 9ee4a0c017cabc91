package org.unenrol.account.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A token itself, which only its holder knows: 256 random bits, and a word to be found by. */
record TokenSecret(String text) {

    static final String BEGINNING = "unenrol_";

    private static final int RANDOM_BYTES = 32;
    private static final int SHOWN = BEGINNING.length() + 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(
                BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The part that may be shown again. */
    String prefix() {
        return text.substring(0, SHOWN);
    }

    /** Plain SHA-256 will do: nobody tries 256 random bits. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "TokenSecret[" + BEGINNING + "…]";
    }
}
