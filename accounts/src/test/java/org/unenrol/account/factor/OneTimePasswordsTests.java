package org.unenrol.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimePasswordsTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of those in RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void areThoseOfTheStandard(long second, String password) {
        long step = OneTimePasswords.step(Instant.ofEpochSecond(second));

        assertThat(OneTimePasswords.of(SECRET, step)).isEqualTo(password);
        assertThat(OneTimePasswords.stepOf(SECRET, password, Instant.ofEpochSecond(second)))
                .hasValue(step);
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void areTakenFromAClockThatDiffersByOneStep(long seconds, boolean taken) {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        String password =
                OneTimePasswords.of(SECRET, OneTimePasswords.step(now.plusSeconds(seconds)));

        assertThat(OneTimePasswords.stepOf(SECRET, password, now).isPresent()).isEqualTo(taken);
    }

    @Test
    void areOfSecretsThatAppsCanRead() {
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTBOI");
        assertThat(Base32.encode(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
