package org.unenrol.messaging;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of records by their names, and the one to sign with. */
final class RecordKeys {

    private static final int SHORTEST_BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final Map<String, RecordKey> keys = new TreeMap<>();
    private final String signing;

    /**
     * Takes what is set.
     *
     * @throws RecordKeysException when that is no key, or not clear which one to sign with
     */
    RecordKeys(RecordSettings settings) {
        settings.keys().forEach((name, secret) -> keys.put(name, keyOf(name, secret)));
        if (keys.isEmpty()) {
            throw new RecordKeysException(
                    "There is no key to sign records with: make one with \"openssl rand -base64 32\" and"
                            + " set it as unenrol.records.keys.k1, alike for all services.");
        }
        signing = signing(settings.signingKey(), keys.keySet());
    }

    private static RecordKey keyOf(String name, String secret) {
        if (!NAME.matcher(name).matches()) {
            throw new RecordKeysException(
                    "A name under unenrol.records.keys is not made of 1 to 40 letters, digits, dots,"
                            + " hyphens and underscores: choose one such as k1.");
        }
        byte[] bytes = bytes(secret.strip());
        if (bytes.length < SHORTEST_BYTES) {
            throw new RecordKeysException(
                    "unenrol.records.keys.%s is not base64 of %d bytes or more: make a key with \"openssl rand -base64 32\"."
                            .formatted(name, SHORTEST_BYTES));
        }
        return new RecordKey(name, bytes);
    }

    private static byte[] bytes(String secret) {
        try {
            return Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String signing(@Nullable String wanted, Set<String> names) {
        if (wanted == null && names.size() == 1) {
            return names.iterator().next();
        }
        if (wanted == null || !names.contains(wanted)) {
            String choice = String.join(", ", names);
            throw new RecordKeysException(
                    "unenrol.records.signing-key does not name the key to sign with: set it to one of "
                            + choice
                            + ".");
        }
        return wanted;
    }

    /** The key of a name; null when there is none. */
    @Nullable RecordKey named(String name) {
        return keys.get(name);
    }

    RecordKey signing() {
        RecordKey key = keys.get(signing);
        if (key == null) {
            throw new IllegalStateException(signing);
        }
        return key;
    }
}
