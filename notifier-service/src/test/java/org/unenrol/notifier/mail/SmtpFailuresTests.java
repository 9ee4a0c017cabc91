package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ledger.mail.MailFailure;

class SmtpFailuresTests {

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such mailbox, RECIPIENT",
        "RCPT, 550-5.1.1 no such mailbox, RECIPIENT",
        "RCPT, 550 5.1.2 no such host, RECIPIENT",
        "RCPT, 550 5.1.10 null MX, RECIPIENT",
        "RCPT, 550 5.2.1 mailbox disabled, RECIPIENT",
        "RCPT, 550 no such mailbox, RECIPIENT",
        "RCPT, 551 not here, RECIPIENT",
        "RCPT, 553 no such name, RECIPIENT",
        "END, 550 5.1.1 no such mailbox, RECIPIENT",
        "RCPT, 553 5.1.8 sender unknown, MESSAGE",
        "RCPT, 550 5.7.1 relay denied, MESSAGE",
        "RCPT, 552 5.2.2 mailbox full, MESSAGE",
        "RCPT, 554 no, MESSAGE",
        "RCPT, 450 4.1.1 not sure, DEFERRED",
        "RCPT, 450 greylisted, DOMAIN",
        "RCPT, 451 4.7.1 greylisted, DOMAIN",
        "RCPT, 452 4.2.2 mailbox full, DEFERRED",
        "RCPT, 452 4.3.1 no room, SERVER",
        "DATA, 452 4.3.1 no room, SERVER",
        "DATA, 550 no, MESSAGE",
        "END, 550 no, MESSAGE",
        "END, 554 5.7.1 no, MESSAGE",
        "END, 451 4.3.0 later, SERVER",
        "END, 451 4.7.1 later, MESSAGE",
        "END, 552 5.3.4 too large, MESSAGE",
        "MAIL, 550 5.1.1 no, SERVER",
        "MAIL, 553 5.1.7 no, SERVER",
        "MAIL, 451 later, SERVER",
        "RCPT, 421 too many, SERVER",
        "END, 421 shutting down, SERVER",
        "CONNECT, 554 no, SERVER",
        "RCPT, [EOF], SERVER",
        "CONTENT, '', SERVER",
        "END, [EOF], UNCONFIRMED",
        "END, '', UNCONFIRMED",
        "END, nonsense, UNCONFIRMED"
    })
    void isWhoseTheCodesSay(SmtpStage stage, String answer, MailFailure.Kind kind) {
        assertThat(SmtpFailures.of(stage, SmtpReply.of(answer)).kind()).isEqualTo(kind);
    }
}
