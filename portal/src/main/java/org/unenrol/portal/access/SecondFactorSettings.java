package org.unenrol.portal.access;

import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.unenrol.account.factor.FactorKeys;

/**
 * Settings of second factors, {@code unenrol.accounts.second-factor*}.
 *
 * @param secondFactor whether whoever has a password needs a second factor besides
 * @param secondFactorKeys keys of 32 bytes or more in base64, by their names, with which the
 *     secrets of authenticator apps are encrypted; none where nobody is to have an app
 * @param secondFactorKey the name of the one that encrypts; null where there is one key or none
 */
@ConfigurationProperties("unenrol.accounts")
public record SecondFactorSettings(
        @DefaultValue("optional") Rule secondFactor,
        @DefaultValue Map<String, String> secondFactorKeys,
        @Nullable String secondFactorKey) {

    private static final int SHORTEST_BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public SecondFactorSettings {
        secondFactorKeys.forEach(SecondFactorSettings::check);
        boolean clear =
                secondFactorKey == null
                        ? secondFactorKeys.size() <= 1
                        : secondFactorKeys.containsKey(secondFactorKey);
        if (!clear) {
            throw new IllegalArgumentException(
                    "unenrol.accounts.second-factor-key does not name the key to encrypt with: set it"
                            + " to one of "
                            + String.join(", ", secondFactorKeys.keySet()));
        }
        if (secondFactor == Rule.COMPULSORY && secondFactorKeys.isEmpty()) {
            throw new IllegalArgumentException(
                    "unenrol.accounts.second-factor=compulsory needs a key for authenticator apps: make"
                            + " one with \"openssl rand -base64 32\" and set it as"
                            + " unenrol.accounts.second-factor-keys.k1");
        }
    }

    private static void check(String name, String key) {
        if (!NAME.matcher(name).matches() || bytes(key).length < SHORTEST_BYTES) {
            throw new IllegalArgumentException(
                    "unenrol.accounts.second-factor-keys."
                            + name
                            + " is not base64 of 32 bytes or more under a name of letters, digits and"
                            + " hyphens: make a key with \"openssl rand -base64 32\"");
        }
    }

    private static byte[] bytes(String key) {
        try {
            return Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    public boolean isCompulsory() {
        return secondFactor == Rule.COMPULSORY;
    }

    FactorKeys keys() {
        return new FactorKeys(
                secondFactorKeys.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> bytes(entry.getValue()))),
                secondFactorKey);
    }

    /** Leaves the keys out. */
    @Override
    public String toString() {
        return "SecondFactorSettings[" + secondFactor + "]";
    }

    /** Who needs a second factor besides a password. */
    public enum Rule {
        /** Whoever has added one. */
        OPTIONAL,
        /** Everybody: whoever has none adds one after signing in. */
        COMPULSORY
    }
}
