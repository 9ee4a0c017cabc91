package org.unenrol.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which usernames are compared and stored: Unicode NFC, then case folded independently
 * of any locale. Letters that merely look alike stay different.
 */
public final class UsernameKey {

    private UsernameKey() {}

    /** The key of a username that has already been trimmed. */
    public static String of(String username) {
        if (isPlain(username)) {
            return username;
        }
        String composed = Normalizer.normalize(username, Normalizer.Form.NFC);
        return Normalizer.normalize(
                composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }
}
