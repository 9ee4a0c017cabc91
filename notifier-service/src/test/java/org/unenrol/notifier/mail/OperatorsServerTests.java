package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.mail.MailState.QUEUED;
import static org.unenrol.ledger.mail.MailState.SENT;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.notifier.Certificate;
import org.unenrol.notifier.NotifierLedger;

/** The mail servers that operators have: with TLS in either way, with passwords, and hanging. */
class OperatorsServerTests {

    private static Certificate certificate;

    @BeforeAll
    static void makeACertificate() throws Exception {
        certificate = Certificate.made();
    }

    @BeforeEach
    void queueAMail() {
        NotifierLedger.clear();
        Outbox.ended();
    }

    @Test
    void takesMailOverTlsFromTheFirstByteWithAPassword() {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
        try {
            sender(server.getSmtps().getPort(), "smtps").as("unenrol", "secret").turn();

            assertThat(Outbox.states()).containsExactly(SENT);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void losesNoMailToAWrongPassword() {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            sender(server.getSmtp().getPort(), "smtp").as("unenrol", "wrong").turn();

            assertThat(Outbox.states()).containsExactly(QUEUED);
            assertThat(Outbox.mostAttempts()).isZero();
            sender(server.getSmtp().getPort(), "smtp").as("unenrol", "secret").turn();
            assertThat(Outbox.states()).containsExactly(SENT);
        } finally {
            server.stop();
        }
    }

    private static GreenMail greenMail(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        server.getUserManager().setAuthRequired(true);
        server.setUser("unenrol@example.org", "unenrol", "secret");
        return server;
    }

    @Test
    void getsThePasswordOverStartTlsWhereverTheServerOffersIt() throws Exception {
        try (ScriptedServer server = ScriptedServer.withStartTls(certificate.server())) {
            sender(server.port(), "smtp").as("unenrol", "secret").turn();

            assertThat(Outbox.states()).containsExactly(SENT);
            assertThat(server.mails()).allMatch(ScriptedServer.Mail::secure);
            assertThat(server.commands().indexOf("STARTTLS"))
                    .isBetween(0, authentication(server) - 1);
        }
    }

    private static int authentication(ScriptedServer server) {
        return server.commands().stream().map(line -> line.split(" ")[0]).toList().indexOf("AUTH");
    }

    @Test
    void getsNoMailWhenStartTlsIsRequiredAndNotThere() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain()) {
            sender(server.port(), "smtp").with("mail.smtp.starttls.required", "true").turn();

            assertThat(Outbox.states()).containsExactly(QUEUED);
            assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void getsNoMailWhenItsCertificateIsNotTrusted() throws Exception {
        try (ScriptedServer server = ScriptedServer.withTls(certificate.server())) {
            Sender.to(server.port()).by("smtps").turn();

            assertThat(Outbox.states()).containsExactly(QUEUED);
            assertThat(server.mails()).isEmpty();
        }
    }

    /** As an SSL bundle of Spring Boot sets it. */
    @Test
    void takesMailWithACertificateThatOnlyTheOperatorTrusts() throws Exception {
        try (ScriptedServer server = ScriptedServer.withTls(certificate.server())) {
            server.acceptingAfter(Sender.ANSWER.multipliedBy(4));

            Sender.to(server.port())
                    .impatient(Duration.ofMinutes(1))
                    .with("mail.smtp.ssl.enable", "true")
                    .with("mail.smtp.ssl.socketFactory", certificate.client().getSocketFactory())
                    .turn();

            assertThat(Outbox.states()).containsExactly(SENT);
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void mayTakeItsTimeToAcceptOverTlsToo() throws Exception {
        try (ScriptedServer server = ScriptedServer.withTls(certificate.server())) {
            server.acceptingAfter(Sender.ANSWER.multipliedBy(4));

            impatient(server.port(), "smtps").turns(2);

            assertThat(Outbox.states()).containsExactly(SENT);
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void mayTakeItsTimeToAcceptAfterStartTlsToo() throws Exception {
        try (ScriptedServer server = ScriptedServer.withStartTls(certificate.server())) {
            server.acceptingAfter(Sender.ANSWER.multipliedBy(4));

            impatient(server.port(), "smtp").with("mail.smtp.starttls.enable", "true").turns(2);

            assertThat(Outbox.states()).containsExactly(SENT);
            assertThat(server.mails()).hasSize(1).allMatch(ScriptedServer.Mail::secure);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"})
    @Timeout(60)
    void isGivenUpWhenItSaysNothing(String command) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain()) {
            server.on(command, ScriptedServer.SILENCE);

            impatient(server.port(), "smtp").turn();

            assertThat(Outbox.states()).containsExactly(QUEUED);
            assertThat(Outbox.mostAttempts()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS", "CONNECT", "RCPT"})
    @Timeout(60)
    void isGivenUpWhenItSaysNothingOverTls(String command) throws Exception {
        try (ScriptedServer server = ScriptedServer.withTls(certificate.server())) {
            server.on(command, ScriptedServer.SILENCE);

            impatient(server.port(), "smtps").turn();

            assertThat(Outbox.states()).containsExactly(QUEUED);
        }
    }

    @Test
    @Timeout(60)
    void isGivenUpWhenItSaysNothingAfterStartTls() throws Exception {
        try (ScriptedServer server = ScriptedServer.withStartTls(certificate.server())) {
            server.on("RCPT", ScriptedServer.SILENCE);

            impatient(server.port(), "smtp").with("mail.smtp.starttls.enable", "true").turn();

            assertThat(Outbox.states()).containsExactly(QUEUED);
        }
    }

    private static Sender impatient(int port, String protocol) {
        return sender(port, protocol).impatient(Duration.ofMinutes(1));
    }

    private static Sender sender(int port, String protocol) {
        return Sender.to(port)
                .by(protocol)
                .with("mail." + protocol + ".ssl.trust", "*")
                .with("mail." + protocol + ".ssl.checkserveridentity", "false");
    }
}
