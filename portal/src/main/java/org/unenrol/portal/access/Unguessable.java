package org.unenrol.portal.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess, of 216 random bits each (OWASP ASVS 5.0, 7.2.3 and 11.5.1). */
final class Unguessable {

    /** As many as fill the 36 characters that the table of sessions has for an id. */
    private static final int BYTES = 27;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Unguessable() {}

    /** Another text each time: 36 letters, digits, hyphens and underscores. */
    static String text() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
