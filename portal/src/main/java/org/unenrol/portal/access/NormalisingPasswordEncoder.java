package org.unenrol.portal.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.unenrol.account.password.PasswordRules;

/**
 * Hashes passwords in NFKC, so that they fit on whatever keyboard they are typed. Those that were
 * hashed as they had been typed go on fitting.
 */
final class NormalisingPasswordEncoder implements PasswordEncoder {

    private final PasswordEncoder encoder;

    NormalisingPasswordEncoder(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(password == null ? null : PasswordRules.normalised(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        if (password == null) {
            return encoder.matches(null, encoded);
        }
        String normalised = PasswordRules.normalised(password);
        return encoder.matches(normalised, encoded)
                || (!normalised.contentEquals(password) && encoder.matches(password, encoded));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return encoder.upgradeEncoding(encoded);
    }
}
