package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerWordsTests {

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such mailbox, 550 5.1.1 no such mailbox",
        "550 5.1.1 <bo.ek@example.org>: unknown, 550 5.1.1 …: unknown",
        "550 No user bo.ek@example.org here, 550 No user … here",
        "550 5.1.1 User Bo.Ek unknown, 550 5.1.1 User … unknown",
        "550 4F2A1B77C90D12 refused, 550 … refused",
        "452 4.2.2 full; see https://mail.example.org/help/452, 452 4.2.2 full; see"
                + " https://mail.example.org/help/452"
    })
    void nameNobody(String answer, String words) {
        assertThat(words(answer)).isEqualTo(words);
    }

    @Test
    void areThoseOfAllLines() {
        assertThat(words("550-5.1.1 There is\r\n550 5.1.1 no such user"))
                .isEqualTo("550 5.1.1 There is no such user");
    }

    @Test
    void areCutWhereTheyAreLong() {
        assertThat(words("550 " + "no ".repeat(200))).hasSize(201).endsWith("…");
    }

    @Test
    void areNoneWithoutAnAnswer() {
        assertThat(words("[EOF]")).isNull();
    }

    private static String words(String answer) {
        return ServerWords.of(SmtpReply.of(answer), answer, "bo.ek@example.org");
    }
}
