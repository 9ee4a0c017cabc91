package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.mail.MailState.SENT;
import static org.unenrol.ledger.mail.MailState.UNDELIVERABLE;

import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.ledger.Submitter;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.RowOutcome.LearnerNotice;
import org.unenrol.model.RowOutcome.Place;
import org.unenrol.notifier.NotifierLedger;

/** To whom mails go, and what their headers and bodies say. */
class MailWordsTests {

    private final ScriptedServer server = ScriptedServer.plain();
    private final Sender sender = Sender.to(server.port());

    @BeforeEach
    void clear() {
        NotifierLedger.clear();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void goesToNobodyWhenTheServerDoesNotKnowTheLetters() {
        Outbox.learners("łukasz@example.org");

        sender.turn();

        assertThat(server.mails()).isEmpty();
        assertThat(server.commands()).noneMatch(line -> line.startsWith("RCPT"));
        assertThat(Outbox.states()).containsExactly(UNDELIVERABLE);
        assertThat(Outbox.lastErrors()).singleElement().asString().contains("SMTPUTF8");
    }

    @Test
    void goesToTheRightPersonWhenTheServerKnowsTheLetters() {
        server.offering("SMTPUTF8");
        Outbox.learners("łukasz@example.org", "lukas@example.org");

        sender.turn();

        assertThat(Outbox.states()).containsExactly(SENT, SENT);
        assertThat(server.mails())
                .extracting(ScriptedServer.Mail::to)
                .containsExactlyInAnyOrder("łukasz@example.org", "lukas@example.org");
        assertThat(server.commands().stream().filter(line -> line.startsWith("MAIL")))
                .filteredOn(line -> line.endsWith("SMTPUTF8"))
                .hasSize(1);
    }

    @Test
    void goesToADomainInItsAsciiForm() {
        Outbox.learners("learner@bücher.example");

        sender.turn();

        assertThat(server.mails())
                .extracting(ScriptedServer.Mail::to)
                .containsExactly("learner@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learner@straße.example",
                "nobody",
                "@example.org",
                "learner@",
                "learner@example.org, other@example.org",
                "Learner <other@example.org>",
                "learner@example.org\r\nRCPT TO:<other@example.org>",
                "\"a\r\nb\"@example.org",
                "learner@exa mple.org",
                ""
            })
    void isUndeliverableWithItsReasonWhenItsAddressIsNotOneForSure(String address) {
        Outbox.learners(address, "sound@example.org");

        sender.turn();

        assertThat(Outbox.states()).containsExactly(UNDELIVERABLE, SENT);
        assertThat(Outbox.lastErrors()).singleElement().asString().startsWith("recipient: ");
        assertThat(server.mails())
                .extracting(ScriptedServer.Mail::to)
                .containsExactly("sound@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\r\nBcc: other@example.org",
                "Łucja\r\nBcc: other@example.org",
                "Ada\nBcc: other@example.org",
                "Ada\rBcc: other@example.org",
                "Ada\r\n\r\nother text",
                "Ada\u2028Bcc: other@example.org"
            })
    void hasNoHeaderThatANameOrATitleOrAFileBringsAlong(String name) throws Exception {
        Outbox.ended(name, new Submitter("ada", name, "ada@example.org", "en"));
        Outbox.learners(List.of(new LearnerNotice("bo@example.org", name, null, name, Place.LEFT)));

        sender.from("unenrol@example.org", name).turn();

        assertThat(server.mails()).hasSize(2);
        for (ScriptedServer.Mail mail : server.mails()) {
            MimeMessage message = message(mail);
            assertThat(headers(message))
                    .containsExactlyInAnyOrder(
                            "Date",
                            "From",
                            "To",
                            "Message-ID",
                            "Subject",
                            "MIME-Version",
                            "Content-Type",
                            "Auto-Submitted",
                            "List-Id");
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(message.getContent()).isInstanceOf(MimeMultipart.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Łucja Żółć", "O'Neil, \"Ada\" <x>", "Ada; Bo: @", "李小龍"})
    void namesPeopleAsTheyAreCalled(String name) throws Exception {
        Outbox.learners(List.of(new LearnerNotice("bo@example.org", name, null, name, Place.LEFT)));

        sender.from("unenrol@example.org", name).turn();

        MimeMessage message = message(server.mails().get(0));
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo(name);
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal()).isEqualTo(name);
        assertThat(message.getSubject()).isEqualTo("You are no longer enrolled: " + name);
        assertThat(part(message, 0)).contains("Hello " + name);
    }

    @Test
    void countsOneRowAsOneRow() throws Exception {
        Outbox.ended();

        sender.turn();

        assertThat(part(message(server.mails().get(0)), 1))
                .contains("leavers.csv&quot; had 1 row:")
                .doesNotContain("1 rows");
    }

    @Test
    void tellsALearnerWhoWasEnrolledAnewThatThePlaceIsKept() throws Exception {
        Outbox.learners(
                List.of(new LearnerNotice("bo@example.org", "Bo", null, "Fire drill", Place.KEPT)));

        sender.turn();

        MimeMessage message = message(server.mails().get(0));
        assertThat(message.getSubject()).isEqualTo("You are still enrolled: Fire drill");
        assertThat(part(message, 0)).contains("keep your place").doesNotContain("no longer");
        assertThat(part(message, 1)).contains("keep your place").doesNotContain("no longer");
    }

    @Test
    void tellsALearnerOfAllActivitiesOfAnImportAtOnceWhereThatIsSet() throws Exception {
        List<LearnerNotice> notices = new ArrayList<>();
        for (String title : List.of("Fire drill", "First aid", "First aid", "A & B")) {
            notices.add(new LearnerNotice("bo@example.org", "Bo", null, title, Place.LEFT));
        }
        UUID id = Outbox.learners(notices);
        sender.onceToEachLearner().turn();
        assertThat(server.mails()).isEmpty();
        NotifierLedger.record(
                List.of(RowOutcome.of(new RowId(id, 5), 6, OutcomeCode.NOT_ENROLLED)));
        Outbox.end(id);

        sender.turn();

        assertThat(server.mails()).hasSize(2);
        MimeMessage message = mailTo("bo@example.org");
        assertThat(message.getSubject()).isEqualTo("You are no longer enrolled: 3 activities");
        assertThat(part(message, 0).replace("\r\n", "\n"))
                .contains("enrolled in:\n\n- Fire drill\n- First aid\n- A & B\n\nWhat you have");
        assertThat(part(message, 1)).contains("<li>First aid</li><li>A &amp; B</li>");
        assertThat(Outbox.states()).containsOnly(SENT);
    }

    @Test
    void writesToALearnerInTheLearnersLanguageElseInTheOrganisations() throws Exception {
        Outbox.learners(
                List.of(
                        new LearnerNotice(
                                "bo@example.org", "Bo", "en-GB", "Fire drill", Place.LEFT),
                        new LearnerNotice(
                                "cy@example.org", "Cy", "de-AT", "Fire drill", Place.LEFT),
                        new LearnerNotice("di@example.org", "Di", null, "Fire drill", Place.KEPT),
                        new LearnerNotice("ed@example.org", "Ed", "fr", "Fire drill", Place.LEFT)));

        sender.in("de").turn();

        assertThat(subjectTo("bo@example.org")).isEqualTo("You are no longer enrolled: Fire drill");
        assertThat(subjectTo("cy@example.org"))
                .isEqualTo("Sie sind nicht mehr eingeschrieben: Fire drill");
        assertThat(subjectTo("di@example.org"))
                .isEqualTo("Sie sind weiterhin eingeschrieben: Fire drill");
        assertThat(subjectTo("ed@example.org")).isEqualTo("You are no longer enrolled: Fire drill");
        assertThat(part(mailTo("cy@example.org"), 0)).startsWith("Guten Tag Cy,");
        assertThat(part(mailTo("cy@example.org"), 1)).contains("lang=\"de\"");
    }

    @Test
    void writesToAnAdministratorInTheLanguageOfTheImport() throws Exception {
        Outbox.ended("leavers.csv", new Submitter("ada", "Ada", "ada@example.org", "de"));

        sender.turn();

        MimeMessage message = message(server.mails().get(0));
        assertThat(message.getSubject()).isEqualTo("leavers.csv angewendet: 0 abgemeldet");
        assertThat(part(message, 0))
                .contains("Guten Tag Ada,", "hatte 1 Zeile:", "1  Nicht eingeschrieben")
                .doesNotContain("rows");
        assertThat(part(message, 1)).contains("Ergebnisse ansehen");
    }

    @Test
    void saysThatItIsAutomaticWhichOfThemItIsAndWhereAnswersGo() throws Exception {
        Outbox.ended();
        Outbox.learners("bo@example.org");

        sender.answeredTo("help@example.org").turn();

        for (String address : List.of("ada@example.org", "bo@example.org")) {
            MimeMessage message = mailTo(address);
            assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            assertThat(message.getReplyTo()).extracting("address").containsOnly("help@example.org");
        }
        assertThat(mailTo("ada@example.org").getHeader("List-Id", null))
                .isEqualTo("<imports.unenrol.example.org>");
        assertThat(mailTo("bo@example.org").getHeader("List-Id", null))
                .isEqualTo("<learners.unenrol.example.org>");
    }

    @Test
    void tellsOfAVerificationWhatIsReadyAndWhatToFixFirst() throws Exception {
        Outbox.ended(
                Mode.VERIFY_ONLY,
                OutcomeCode.READY,
                OutcomeCode.READY_COMPLETION_KEPT,
                OutcomeCode.DUPLICATE,
                OutcomeCode.USERNAME_NOT_RECOGNISED,
                OutcomeCode.USERNAME_NOT_RECOGNISED);

        sender.turn();

        MimeMessage message = message(server.mails().get(0));
        assertThat(message.getSubject()).isEqualTo("Checked leavers.csv: 2 ready, 3 to fix");
        for (int part : List.of(0, 1)) {
            assertThat(part(message, part))
                    .contains("To fix first, in 2 rows: Username not recognised: create the user")
                    .contains("The rows that are ready can be applied as they stand")
                    .contains("no learner has been sent an email");
        }
    }

    @Test
    void tellsOfARealRunHowManyLearnersAreSentAnEmail() throws Exception {
        UUID id = Outbox.learners("bo@example.org", "cy@example.org");
        NotifierLedger.record(
                List.of(RowOutcome.of(new RowId(id, 3), 4, OutcomeCode.ACTIVITY_NOT_RECOGNISED)));
        Outbox.end(id);

        sender.turn();

        MimeMessage message = mailTo("ada@example.org");
        assertThat(message.getSubject())
                .isEqualTo("Unenrolled from leavers.csv: 2 unenrolled, 1 to fix");
        assertThat(part(message, 0))
                .contains("2 learner emails are being sent.")
                .contains("To fix first, in 1 row: Activity external reference not recognised");
    }

    @Test
    void tellsOfASilentRunThatNoLearnerIsSentAnEmail() throws Exception {
        UUID id = Outbox.ended();
        NotifierLedger.JDBC
                .sql("update imports.import set learner_emails = 'NONE' where id = ?")
                .param(id)
                .update();

        sender.turn();

        assertThat(part(message(server.mails().get(0)), 0))
                .contains("The run was to send no learner an email")
                .contains("Every row was right.");
    }

    @Test
    void repeatsWhatTheRunIsFor() throws Exception {
        NotifierLedger.JDBC
                .sql("update imports.import set reason = 'Left in November' where id = ?")
                .param(Outbox.ended())
                .update();

        sender.turn();

        assertThat(part(message(server.mails().get(0)), 0)).contains("Reason: Left in November");
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, 'Cancelled leavers.csv: 0 done', Every row was right.",
        "FAILED, Not finished: leavers.csv, It could not be finished"
    })
    void tellsOfAnImportThatWasNotCompleted(String state, String subject, String text)
            throws Exception {
        UUID id = Outbox.ended();
        NotifierLedger.JDBC
                .sql("update imports.progress set state = ? where import_id = ?")
                .params(state, id)
                .update();

        sender.turn();

        MimeMessage message = message(server.mails().get(0));
        assertThat(message.getSubject()).isEqualTo(subject);
        assertThat(part(message, 0)).contains(text);
    }

    @Test
    void tellsUntilWhenTheResultsCanBeRead() throws Exception {
        UUID id = Outbox.ended();
        NotifierLedger.JDBC
                .sql(
                        "update imports.progress set completed_at = '2026-03-01T23:00:00Z' where import_id = ?")
                .param(id)
                .update();

        sender.turn();

        MimeMessage message = message(server.mails().get(0));
        assertThat(part(message, 0)).contains("The results can be read until 31 May 2026.");
        assertThat(part(message, 1)).contains("The results can be read until 31 May 2026.");
    }

    private String subjectTo(String address) throws Exception {
        return mailTo(address).getSubject();
    }

    private MimeMessage mailTo(String address) throws Exception {
        return message(
                server.mails().stream()
                        .filter(mail -> mail.to().equals(address))
                        .findFirst()
                        .orElseThrow());
    }

    private static MimeMessage message(ScriptedServer.Mail mail) throws Exception {
        return new MimeMessage(
                null, new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> headers(MimeMessage message) throws Exception {
        List<String> names = new ArrayList<>();
        for (Enumeration<Header> all = message.getAllHeaders(); all.hasMoreElements(); ) {
            names.add(all.nextElement().getName());
        }
        return names;
    }

    private static String part(MimeMessage message, int number) throws Exception {
        return (String) ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    }
}
