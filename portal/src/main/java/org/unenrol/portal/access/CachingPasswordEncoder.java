package org.unenrol.portal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a minute that a password fits an encoded one, as the API asks with each request and
 * the answer takes long on purpose. What is remembered is a keyed hash of both, in memory only: so
 * it ends at once when the account gets another password, and a wrong password is never remembered.
 */
final class CachingPasswordEncoder implements PasswordEncoder {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 10_000;

    private final PasswordEncoder encoder;
    private final SecretKeySpec key;
    private final Cache<String, Boolean> fitting;

    CachingPasswordEncoder(PasswordEncoder encoder, Duration remembered) {
        this.encoder = encoder;
        this.key = randomKey();
        this.fitting = Caffeine.newBuilder().expireAfterWrite(remembered).maximumSize(MOST).build();
    }

    private static SecretKeySpec randomKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, HMAC);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        if (password == null || encoded == null) {
            return encoder.matches(password, encoded);
        }
        String both = hash(password, encoded);
        if (fitting.getIfPresent(both) != null) {
            return true;
        }
        boolean fits = encoder.matches(password, encoded);
        if (fits) {
            fitting.put(both, true);
        }
        return fits;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    /** The length keeps apart what was put together differently. */
    private String hash(CharSequence password, String encoded) {
        String both = encoded.length() + ":" + encoded + password;
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(both.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
