package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.mail.MailState.QUEUED;
import static org.unenrol.ledger.mail.MailState.SENT;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.unenrol.notifier.NotifierLedger;
import org.unenrol.test.tls.MadeCertificate;

/**
 * A mail server with a certificate that only the operator trusts, as the settings of {@code
 * docs/configuration.md} tell of it.
 */
class MailOverTlsTests {

    @TempDir static Path certificates;
    @TempDir static Path otherCertificates;
    private static MadeCertificate certificate;
    private static MadeCertificate other;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificate = MadeCertificate.of(certificates, "dns:localhost");
        other = MadeCertificate.of(otherCertificates, "dns:localhost");
    }

    @BeforeEach
    void queueAMail() {
        NotifierLedger.clear();
        Outbox.ended();
    }

    @Test
    void goesOverTlsFromTheFirstByte() throws Exception {
        try (ScriptedServer server = ScriptedServer.withTls(context())) {
            send(server, certificate, "spring.mail.ssl.enabled=true");

            assertThat(Outbox.states()).containsExactly(SENT);
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void goesOverStartTls() throws Exception {
        try (ScriptedServer server = ScriptedServer.withStartTls(context())) {
            send(
                    server,
                    certificate,
                    "spring.mail.ssl.enabled=false",
                    "spring.mail.properties.mail.smtp.starttls.required=true");

            assertThat(Outbox.states()).containsExactly(SENT);
            assertThat(server.mails()).hasSize(1).allMatch(ScriptedServer.Mail::secure);
        }
    }

    @Test
    void goesToNobodyWithAnotherCertificate() throws Exception {
        try (ScriptedServer server = ScriptedServer.withTls(context())) {
            send(server, other, "spring.mail.ssl.enabled=true");

            assertThat(Outbox.states()).containsExactly(QUEUED);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void goesToNobodyWithAnotherCertificateAfterStartTls() throws Exception {
        try (ScriptedServer server = ScriptedServer.withStartTls(context())) {
            send(
                    server,
                    other,
                    "spring.mail.ssl.enabled=false",
                    "spring.mail.properties.mail.smtp.starttls.required=true");

            assertThat(Outbox.states()).containsExactly(QUEUED);
            assertThat(server.mails()).isEmpty();
        }
    }

    private static void send(ScriptedServer server, MadeCertificate trusted, String... settings) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                SslAutoConfiguration.class, MailSenderAutoConfiguration.class))
                .withPropertyValues(
                        "spring.mail.host=localhost",
                        "spring.mail.port=" + server.port(),
                        "spring.mail.ssl.bundle=mail",
                        "spring.ssl.bundle.pem.mail.truststore.certificate=file:"
                                + trusted.certificate())
                .withPropertyValues(settings)
                .run(started -> Sender.to(started.getBean(JavaMailSenderImpl.class)).turn());
    }

    private static SSLContext context() throws Exception {
        char[] password = MadeCertificate.PASSWORD.toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate.keyStore())) {
            store.load(in, password);
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
