package org.unenrol.infrastructure;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes passwords that nobody has to remember, of 192 random bits. */
final class MadePassword {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private MadePassword() {}

    /** Letters, digits, hyphens and underscores. */
    static String make() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
