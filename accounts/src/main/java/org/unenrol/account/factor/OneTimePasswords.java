package org.unenrol.account.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238): six digits, a new one every 30 seconds, by HMAC-SHA-1,
 * as all authenticator apps make them.
 */
final class OneTimePasswords {

    static final int DIGITS = 6;
    static final int SECONDS = 30;

    private static final String HMAC = "HmacSHA1";
    private static final int MODULUS = 1_000_000;
    private static final int OFFSET_MASK = 0xf;

    private OneTimePasswords() {}

    /** The password of a time step (RFC 4226, section 5.3). */
    static String of(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & OFFSET_MASK;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % MODULUS);
    }

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    /** The step that a password is of: this one or its neighbours, as clocks differ. */
    static OptionalLong stepOf(byte[] secret, String password, Instant now) {
        long step = step(now);
        return LongStream.rangeClosed(step - 1, step + 1)
                .filter(one -> areEqual(of(secret, one), password))
                .max();
    }

    private static boolean areEqual(String right, String given) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
