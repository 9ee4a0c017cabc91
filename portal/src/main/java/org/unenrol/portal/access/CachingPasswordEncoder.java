package org.unenrol.portal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a minute that a password fits an encoded one, as the API asks with each request and
 * the answer takes long on purpose. What is remembered is a keyed hash of both, in memory only: so
 * it ends at once when the account gets another password, and a wrong password is never remembered.
 */
final class CachingPasswordEncoder implements PasswordEncoder {

    private static final int MOST = 10_000;

    private final PasswordEncoder encoder;
    private final KeyedHash hash = new KeyedHash();
    private final Cache<String, Boolean> fitting;

    CachingPasswordEncoder(PasswordEncoder encoder, Duration remembered) {
        this.encoder = encoder;
        this.fitting = Caffeine.newBuilder().expireAfterWrite(remembered).maximumSize(MOST).build();
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
        String both = hash.of(password, encoded);
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
}
