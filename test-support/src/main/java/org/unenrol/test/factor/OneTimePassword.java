package org.unenrol.test.factor;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another implementation of RFC 6238 than that of the product, as the apps of people have one. */
public final class OneTimePassword {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private OneTimePassword() {}

    /** The password of the step that is so many after this one. */
    public static String of(String secret, int later) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30 + later;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[19] & 15;
            byte[] four = Arrays.copyOfRange(hash, offset, offset + 4);
            four[0] &= 127;
            return String.format(Locale.ROOT, "%06d", new BigInteger(four).intValue() % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String secret) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < secret.length(); i++) {
            int digit = ALPHABET.indexOf(secret.charAt(i));
            number = number.shiftLeft(5).or(BigInteger.valueOf(digit));
        }
        byte[] bytes = new byte[secret.length() * 5 / 8];
        byte[] all = number.toByteArray();
        int length = Math.min(all.length, bytes.length);
        System.arraycopy(all, all.length - length, bytes, bytes.length - length, length);
        return bytes;
    }
}
