package org.unenrol.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTests {

    @TempDir Path folder;
    LocalMailServer server;

    @BeforeEach
    void start() {
        server = LocalMailServer.start(folder, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsWhatWasSent() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        MimeMessage mail = Mails.mail("Abmeldung für İpek", "Grüße aus Zürich ✓");
        mail.setSentDate(Date.from(Instant.parse("2026-03-29T01:30:00Z")));
        Mails.send(server, mail);

        ReceivedMail received = onlyMail();

        assertThat(received.from()).isEqualTo("unenrol@example.org");
        assertThat(received.to()).containsExactly("learner@example.org");
        assertThat(received.subject()).isEqualTo("Abmeldung für İpek");
        assertThat(received.messageId()).isEqualTo(mail.getMessageID());
        assertThat(received.sentAt()).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(received.receivedAt()).isBetween(before, Instant.now().plusSeconds(1));
        assertThat(received.text()).isEqualToIgnoringNewLines("Grüße aus Zürich ✓");
        assertThat(received.html()).isEmpty();
    }

    @Test
    void showsTextAndHtmlButNoAttachments() throws Exception {
        MimeMultipart bodies = new MimeMultipart("alternative");
        bodies.addBodyPart(part("Text für alle", "text/plain; charset=ISO-8859-1"));
        bodies.addBodyPart(part("<p>HTML für alle</p>", "text/html; charset=UTF-8"));
        MimeBodyPart attachment = part("not this", "text/plain");
        attachment.setDisposition(Part.ATTACHMENT);
        MimeMultipart all = new MimeMultipart(attachment, partOf(bodies));
        MimeMessage mail = Mails.empty();
        mail.setContent(all);
        Mails.send(server, mail);

        ReceivedMail received = onlyMail();

        assertThat(received.text()).isEqualTo("Text für alle");
        assertThat(received.html()).isEqualTo("<p>HTML für alle</p>");
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content, type);
        return part;
    }

    private static MimeBodyPart partOf(MimeMultipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    @Test
    void keepsAMailToManyOnceAndNamesItsBlindCopies() throws Exception {
        MimeMessage mail = Mails.mail("One for all", "");
        mail.setRecipients(RecipientType.CC, "copy@example.org");
        mail.saveChanges();
        Mails.send(
                server,
                mail,
                new InternetAddress("learner@example.org"),
                new InternetAddress("copy@example.org"),
                new InternetAddress("blind@example.org"));

        assertThat(onlyMail().to())
                .containsExactly("learner@example.org", "copy@example.org", "blind@example.org");
    }

    @Test
    void givesTheNewestFirstAndEachByItsId() throws Exception {
        for (int i = 1; i <= 12; i++) {
            Mails.send(server, Mails.mail("mail " + i, ""));
        }

        List<ReceivedMail> mails = server.mailbox().messages();

        assertThat(mails).hasSize(12);
        assertThat(mails.get(0).subject()).isEqualTo("mail 12");
        assertThat(mails.get(11).subject()).isEqualTo("mail 1");
        assertThat(server.mailbox().messages(2)).isEqualTo(mails.subList(0, 2));
        assertThat(mails)
                .allSatisfy(mail -> assertThat(server.mailbox().message(mail.id())).contains(mail));
    }

    @Test
    void knowsNoOtherIds() throws IOException {
        Files.writeString(folder.resolveSibling("secret.eml"), "Subject: secret\r\n\r\n");

        assertThat(server.mailbox().message("20260101T000000.000000Z")).isEmpty();
        assertThat(server.mailbox().message("../secret")).isEmpty();
    }

    @Test
    void keepsEachMailInAFileOfItsOwn() throws Exception {
        Mails.send(server, Mails.mail("one", "a body\r\n.\r\nwith a lone dot"));
        Mails.send(server, Mails.mail("two", ""));

        assertThat(files()).hasSize(2).allMatch(file -> file.toString().endsWith(".eml"));
        assertThat(Files.readString(files().get(0)))
                .contains("\r\nSubject: one\r\n")
                .endsWith("\r\n\r\na body\r\n.\r\nwith a lone dot");
    }

    @Test
    void dropsTheRestOfAMailThatACrashCutShort() throws IOException {
        server.close();
        Files.writeString(folder.resolve("20260101T000000.000000Z.unfinished"), "Subject: ");

        server = LocalMailServer.start(folder, 0);

        assertThat(files()).isEmpty();
    }

    @Test
    void refusesAMailThatItCannotKeep() throws IOException {
        Files.delete(folder.resolve("lock"));
        Files.delete(folder);

        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> Mails.send(server, Mails.mail("lost", "")))
                .withMessageContaining("451");

        Files.createDirectory(folder);
        assertThat(server.mailbox().messages()).isEmpty();
    }

    @Test
    void showsADamagedMailAsItStands() throws IOException {
        Files.writeString(
                folder.resolve("20260101T000000.000000Z.eml"),
                "Subject: damaged\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\nno parts");
        Files.writeString(
                folder.resolve("20260101T000001.000000Z.eml"),
                "Subject: strange\r\nContent-Type: text/plain; charset=x-none\r\n\r\nGrüße");

        assertThat(server.mailbox().messages())
                .extracting(ReceivedMail::text)
                .satisfiesExactly(
                        strange -> assertThat(strange).isEqualTo("Grüße"),
                        damaged -> assertThat(damaged).contains("Subject: damaged", "no parts"));
    }

    @Test
    void forgetsEverythingWhenCleared() throws Exception {
        Mails.send(server, Mails.mail("one", ""));
        String id = onlyMail().id();

        server.mailbox().clear();

        assertThat(server.mailbox().messages()).isEmpty();
        assertThat(server.mailbox().message(id)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void takesNoMailOfWhoDoesNotKnowThePassword() throws Exception {
        MimeMessage mail = Mails.mail("Hello", "Hello");
        mail.saveChanges();
        for (String password : new String[] {null, "guess"}) {
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> Mails.send(server, password, mail));
        }

        assertThat(server.mailbox().messages()).isEmpty();
    }

    @Test
    void readsTenThousandMailsInSeconds() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            Files.write(
                    folder.resolve(String.format(Locale.ROOT, "20260101T000000.%06dZ.eml", i)),
                    List.of("Subject: mail " + i, "", "Hello"),
                    StandardCharsets.US_ASCII);
        }
        assertThat(server.mailbox().messages()).hasSize(10_000);

        Instant before = Instant.now();
        assertThat(server.mailbox().messages().get(0).subject()).isEqualTo("mail 9999");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    private ReceivedMail onlyMail() {
        assertThat(server.mailbox().messages()).hasSize(1);
        return server.mailbox().messages().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("lock")).sorted().toList();
        }
    }
}
