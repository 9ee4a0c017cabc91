package org.unenrol.model;

import java.text.Normalizer;

/**
 * The form in which usernames are compared and stored: without white space round it, in Unicode
 * NFC, and with each capital letter as the small one that it is the capital of. So {@code JÖRG} is
 * {@code jörg}, and two accounts that a person can tell apart never share a key: not {@code ı},
 * {@code i} and {@code İ}, not {@code ß} and {@code ss}, not {@code ſ} and {@code s}. Independent
 * of any locale.
 */
public final class UsernameKey {

    private static final int CAPITAL_SHARP_S = 'ẞ';
    private static final int FINAL_SIGMA = 'ς';

    private UsernameKey() {}

    /** The key of a username as somebody has written it. */
    public static String of(String username) {
        if (isPlain(username)) {
            return username;
        }
        String composed = composed(WhiteSpace.trim(username));
        StringBuilder key = new StringBuilder(composed.length());
        composed.codePoints().map(UsernameKey::small).forEach(key::appendCodePoint);
        return composed(key.toString());
    }

    /** A capital has one small letter of which it is the only capital; all else stays. */
    private static int small(int c) {
        if (c == CAPITAL_SHARP_S) {
            return 'ß';
        } else if (c == FINAL_SIGMA) {
            return 'σ';
        }
        int small = Character.toLowerCase(c);
        return Character.toUpperCase(small) == c ? small : c;
    }

    /** Also after the letters are small: some have a composed form only then. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }
}
