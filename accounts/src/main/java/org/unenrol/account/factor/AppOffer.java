package org.unenrol.account.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A secret that somebody may put into an app, shown once.
 *
 * @param secret in Base32
 * @param sealed the same, to be kept until a password of the app is brought
 */
public record AppOffer(String secret, SealedSecret sealed) {

    /** The address that a QR code has, by the format of Google Authenticator. */
    public String address(String issuer, String username) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%1$s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        encoded(issuer),
                        encoded(username),
                        secret,
                        OneTimePasswords.DIGITS,
                        OneTimePasswords.SECONDS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "AppOffer[]";
    }
}
