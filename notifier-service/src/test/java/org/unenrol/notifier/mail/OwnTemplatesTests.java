package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.unenrol.model.RowOutcome.LearnerNotice;
import org.unenrol.model.RowOutcome.Place;
import org.unenrol.notifier.NotifierLedger;

/** Mail to learners in the words of their organisation. */
class OwnTemplatesTests {

    @TempDir private Path folder;

    @Test
    void replaceTheProductsWordsForTheirKindAndLanguage() throws Exception {
        NotifierLedger.clear();
        write("learner-left", "You have left [(${activity})]", "Dear [(${name})]", "Dear");
        write("learner-left_de", "Auf Wiedersehen", "Liebe [(${name})]", "Liebe");
        Outbox.learners(
                List.of(
                        notice("bo", "en", Place.LEFT),
                        notice("cy", "de", Place.LEFT),
                        notice("di", "en", Place.KEPT)));
        ScriptedServer server = ScriptedServer.plain();
        try {
            Sender.to(server.port()).inTheWordsOf(folder).turn();

            MimeMessage left = mailTo(server, "bo");
            assertThat(left.getSubject()).isEqualTo("You have left Fire <drill>");
            assertThat(part(left, 0)).isEqualTo("Dear Bo & co");
            assertThat(part(left, 1)).contains("<p>Dear Bo &amp; co, Fire &lt;drill&gt;</p>");
            assertThat(mailTo(server, "cy").getSubject()).isEqualTo("Auf Wiedersehen");
            assertThat(mailTo(server, "di").getSubject())
                    .isEqualTo("You are still enrolled: Fire <drill>");
        } finally {
            server.close();
        }
    }

    @Test
    void mayListTheActivities() throws IOException {
        String list = "[# th:each=\"one : ${activities}\"][(${one})];[/]";
        write("learner-left", "You have left [(${activity})]", list, "Dear");
        Outbox.learners(List.of(notice("bo", "en", Place.LEFT)));

        try (ScriptedServer server = ScriptedServer.plain()) {
            Sender.to(server.port()).inTheWordsOf(folder).turn();

            assertThat(server.mails()).singleElement().asString().contains("Fire <drill>;");
        }
    }

    @ParameterizedTest
    @CsvSource({"learner-left.subject.txt", "learner-left.txt", "learner-left.html"})
    void belongTogether(String missing) throws IOException {
        write("learner-left", "Subject", "Text", "Html");
        Files.delete(folder.resolve(missing));

        assertRefused(missing);
    }

    @ParameterizedTest
    @CsvSource({
        "learner-kept.txt, Dear [(${name}",
        "learner-kept.txt, Dear [(${name.no.such})]",
        "learner-kept.txt, Dear [(${nmae})]",
        "learner-kept.html, <p th:text=\"${name\">",
        "learner-kept.subject.txt, ' '"
    })
    void areTriedAtTheStart(String file, String wrong) throws IOException {
        write("learner-kept", "Subject", "Text", "Html");
        Files.writeString(folder.resolve(file), wrong);

        assertRefused("learner-kept");
    }

    @Test
    void areNotLookedForInVain() {
        assertRefused("learner-left.subject.txt");
    }

    @Test
    void areReadAsUtf8() throws IOException {
        write("learner-left", "Subject", "Text", "Html");
        Files.write(folder.resolve("learner-left.txt"), new byte[] {(byte) 0xe4, 'a'});

        assertRefused("learner-left.txt");
    }

    private void assertRefused(String told) {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> OwnTemplates.in(folder))
                .withMessageContaining("unenrol.mail.templates")
                .withMessageContaining(told);
    }

    private void write(String name, String subject, String text, String html) throws IOException {
        Files.writeString(folder.resolve(name + ".subject.txt"), subject);
        Files.writeString(folder.resolve(name + ".txt"), text);
        Files.writeString(
                folder.resolve(name + ".html"),
                "<p th:text=\"|%s ${name}, ${activity}|\">Sample</p>".formatted(html));
    }

    private static LearnerNotice notice(String who, String language, Place place) {
        return new LearnerNotice(
                who + "@example.org",
                Character.toUpperCase(who.charAt(0)) + who.substring(1) + " & co",
                language,
                "Fire <drill>",
                place);
    }

    private static MimeMessage mailTo(ScriptedServer server, String who) throws Exception {
        String mail =
                server.mails().stream()
                        .filter(one -> one.to().equals(who + "@example.org"))
                        .findFirst()
                        .orElseThrow()
                        .text();
        return new MimeMessage(
                null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static String part(MimeMessage message, int number) throws Exception {
        return ((String) ((MimeMultipart) message.getContent()).getBodyPart(number).getContent())
                .strip();
    }
}
