package org.unenrol.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private static final List<String> ADA =
            List.of("ada.lovelace", "Ada Lovelace", "ada@analytical-engine.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "aaaabbbbcccc2",
                "\u00fcberm\u00e4\u00dfig gro\u00df",
                "lovelace and the tide",
                "\ud83d\ude80\ud83c\udf19\u2728\ud83d\ude80\ud83c\udf0d\u2728\ud83c\udf19\u2600\ufe0f\ud83c\udf0d\ud83d\ude80\ud83c\udf31\ud83c\udf32\ud83c\udf0a"
            })
    void takesWhatIsLongAndNobodyWouldGuess(String password) {
        assertThat(PasswordRules.fault(password, ADA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a, TOO_SHORT",
        "elevenlette, TOO_SHORT",
        "\ud83d\ude80\ud83c\udf19\ud83d\ude80\ud83c\udf0d\ud83c\udf19\ud83c\udf0d\ud83d\ude80, TOO_SHORT",
        "password1234, COMMON",
        "PassWord1234, COMMON",
        "\uff50assword1234, COMMON",
        "qwertyuiop123, COMMON",
        "zzzzzzzzzzzzzzzzz, COMMON",
        "wxyzwxyzwxyzwx, COMMON",
        "hijklmnopqrstu, COMMON",
        "543210987654321, COMMON",
        "ada.lovelace.1, PREDICTABLE",
        "Lovelace-Lovelace, PREDICTABLE",
        "Unenrol2026!!, PREDICTABLE",
        "analytical-engine, PREDICTABLE"
    })
    void namesTheFault(String password, PasswordFault fault) {
        assertThat(PasswordRules.fault(password, ADA)).contains(fault);
    }

    @Test
    void refusesMoreThanItsHashCanTellApart() {
        assertThat(PasswordRules.fault("a long sentence of 36 letters and so".repeat(2), ADA))
                .isEmpty();
        assertThat(PasswordRules.fault("a long sentence of 36 letters and so".repeat(2) + "x", ADA))
                .contains(PasswordFault.TOO_LONG);
        assertThat(PasswordRules.fault("\u00fc".repeat(37), ADA)).contains(PasswordFault.TOO_LONG);
    }

    @Test
    void countsWhatIsTypedInTwoWaysAlike() {
        assertThat(PasswordRules.normalised("u\u0308ber")).isEqualTo("\u00fcber");
        assertThat(PasswordRules.fault("u\u0308u\u0308u\u0308u\u0308u\u0308u\u0308ab", ADA))
                .contains(PasswordFault.TOO_SHORT);
    }
}
