package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.notifier.mail.Outbox.states;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ledger.mail.AccountMail;
import org.unenrol.ledger.mail.AccountMails;
import org.unenrol.ledger.mail.MailState;
import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.notifier.NotifierLedger;

/** Mails with a link that lets somebody in. */
class AccountMailTests {

    private final ScriptedServer server = ScriptedServer.plain();
    private final Sender sender = Sender.to(server.port());
    private final AccountMails mails = new AccountMails(NotifierLedger.JDBC);

    @BeforeEach
    void clear() {
        NotifierLedger.clear();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_INVITATION, en, You are invited to Unenrol, 'with the username ada', 7 days",
        "ACCOUNT_INVITATION, de, Sie sind zu Unenrol eingeladen, 'mit dem Benutzernamen ada', 7 Tage",
        "ACCOUNT_PASSWORD, en, Choose another password, 'for the account ada', 30 minutes",
        "ACCOUNT_PASSWORD, de, Anderes Passwort wählen, 'für das Konto ada', 30 Minuten",
        "ACCOUNT_FACTOR_ADDED, en, A second factor was added, 'the account ada', was not you",
        "ACCOUNT_FACTOR_ADDED, de, Ein zweiter Faktor wurde hinzugefügt, 'Konto ada', nicht Sie waren",
        "ACCOUNT_FACTOR_REMOVED, en, A second factor was removed, 'the account ada', was not you",
        "ACCOUNT_FACTOR_REMOVED, de, Ein zweiter Faktor wurde entfernt, 'Konto ada', nicht Sie waren"
    })
    void haveTheirLinkInTextAndHtml(
            QueuedMail.Kind kind, String language, String subject, String about, String valid)
            throws Exception {
        mails.queue(mail(kind, "ada", language));

        sender.turn();

        MimeMessage message = message(server.mails().get(0));
        assertThat(message.getSubject()).isEqualTo(subject);
        for (int part = 0; part < 2; part++) {
            assertThat(part(message, part))
                    .contains(about, valid, "Ada", "/choose-password?token=a-b_c");
        }
        assertThat(states()).containsExactly(MailState.SENT);
    }

    @Test
    void showAUsernameAsText() throws Exception {
        mails.queue(mail(QueuedMail.Kind.ACCOUNT_PASSWORD, "<b>ada</b>", "en"));

        sender.turn();

        assertThat(part(message(server.mails().get(0)), 1)).contains("&lt;b&gt;ada&lt;/b&gt;");
    }

    private static AccountMail mail(QueuedMail.Kind kind, String username, String language) {
        return new AccountMail(
                kind, username, "ada@example.org", "Ada", language, "/choose-password?token=a-b_c");
    }

    private static MimeMessage message(ScriptedServer.Mail mail) throws Exception {
        return new MimeMessage(
                null, new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static String part(MimeMessage message, int number) throws Exception {
        return (String) ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    }
}
