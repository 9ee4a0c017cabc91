package org.unenrol.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class CachingPasswordEncoderTests {

    private final CountingEncoder counting = new CountingEncoder();
    private final CachingPasswordEncoder passwords =
            new CachingPasswordEncoder(counting, Duration.ofMinutes(1));
    private final String encoded = counting.encode("right");

    @Test
    void checksARightPasswordOnce() {
        assertThat(passwords.matches("right", encoded)).isTrue();
        assertThat(passwords.matches("right", encoded)).isTrue();

        assertThat(counting.checks).isEqualTo(1);
    }

    @Test
    void checksAWrongPasswordEachTime() {
        passwords.matches("right", encoded);

        assertThat(passwords.matches("wrong", encoded)).isFalse();
        assertThat(passwords.matches("wrong", encoded)).isFalse();

        assertThat(counting.checks).isEqualTo(3);
    }

    @Test
    void refusesTheEarlierPasswordOnceTheAccountHasAnother() {
        passwords.matches("right", encoded);

        assertThat(passwords.matches("right", counting.encode("another"))).isFalse();
    }

    @Test
    void checksAgainWhenTheTimeIsOver() {
        CachingPasswordEncoder forgetful = new CachingPasswordEncoder(counting, Duration.ZERO);

        forgetful.matches("right", encoded);
        forgetful.matches("right", encoded);

        assertThat(counting.checks).isEqualTo(2);
    }

    private static final class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);
        private int checks;

        @Override
        public String encode(CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            checks++;
            return encoder.matches(password, encoded);
        }
    }
}
