package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.mail.MailState.PERHAPS_SENT;
import static org.unenrol.ledger.mail.MailState.QUEUED;
import static org.unenrol.ledger.mail.MailState.SENT;
import static org.unenrol.ledger.mail.MailState.UNDELIVERABLE;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.notifier.NotifierLedger;
import org.unenrol.notifier.mail.ScriptedServer.Mail;

/** Mails and a server that behaves in every way. */
class MailDispatchTests {

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
    void sendsAMailAgainThatIsPutOffByAClockThatHasBeenPutBackSince() {
        Outbox.ended();
        Outbox.letPass(Duration.ofDays(-1));

        sender.turn();
        sender.turn();

        assertThat(Outbox.states()).containsExactly(SENT);
    }

    @Test
    void sendsManyMailsOverOneConnectionTheAdministratorsFirst() {
        Outbox.learners(learners("learner", 50));
        Outbox.ended();

        sender.turn();

        assertThat(Outbox.states()).hasSize(51).containsOnly(SENT);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.mails().get(0).to()).isEqualTo("ada@example.org");
    }

    @Test
    void sendsToSoundAddressesAlthoughManyDeadOnesComeFirst() {
        List<String> all = new ArrayList<>(List.of(learners("dead", 400)));
        Collections.addAll(all, learners("sound", 5));
        Outbox.learners(all.toArray(String[]::new));
        server.on("RCPT", line -> line.contains("dead") ? "550 5.1.1 no such mailbox" : null);

        sender.turns(5);

        assertThat(Outbox.inState(SENT)).isEqualTo(5);
        assertThat(Outbox.inState(QUEUED)).isEqualTo(400);
        assertThat(server.connections()).isLessThanOrEqualTo(5);
        assertThat(Outbox.lastErrors()).containsExactly("RCPT: 550 5.1.1");
    }

    @Test
    void givesUpADeadMailboxAfterAQuarterOfAnHourOfRefusals() {
        Outbox.learners("dead@example.org");
        server.on("RCPT", "550 no such mailbox");
        Outbox.letPass(Duration.ofDays(2));

        for (int i = 0; i < 16; i++) {
            sender.turn();
            assertThat(Outbox.states())
                    .as("minute %s", i)
                    .containsOnly(i < 15 ? QUEUED : UNDELIVERABLE);
            sender.letPass(Duration.ofMinutes(1));
        }
    }

    @Test
    void waitsMuchLongerForTheAcceptanceThanForAnyOtherAnswer() {
        Outbox.ended();
        server.acceptingAfter(Sender.ANSWER.multipliedBy(4));

        sender.impatient(Duration.ofMinutes(1)).turns(3);

        assertThat(Outbox.states()).containsExactly(SENT);
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void holdsAMailWhoseAcceptanceItWaitsFor() throws InterruptedException {
        Outbox.ended();
        server.acceptingAfter(Sender.ANSWER.multipliedBy(8));
        sender.impatient(Duration.ofMinutes(1));
        Thread waiting = new Thread(sender::turn);
        waiting.start();
        Awaitility.await().until(() -> !server.mails().isEmpty());

        while (waiting.isAlive()) {
            Outbox.letPass(Sender.ANSWER.multipliedBy(2));
            assertThat(Outbox.MAILS.isDue()).isFalse();
            waiting.join(Sender.ANSWER.multipliedBy(2).toMillis());
        }

        assertThat(Outbox.states()).containsExactly(SENT);
    }

    @ParameterizedTest
    @CsvSource({"''", "CUT"})
    void sendsAMailThatMayHaveBeenAcceptedAtMostThreeTimes(String answer) {
        Outbox.ended();
        server.on("END", answer);
        sender.impatient(Sender.ANSWER);

        for (int i = 0; i < 60; i++) {
            sender.turn();
            sender.letPass(Duration.ofMinutes(5));
        }

        assertThat(Outbox.states()).containsExactly(PERHAPS_SENT);
        assertThat(server.mails()).hasSize(3);
        assertThat(server.mails().stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(1);
        assertThat(Outbox.lastErrors()).containsExactly("END: no answer");
    }

    @Test
    void leavesAServerAloneThatIsTooBusyAndCountsNoTry() {
        Outbox.learners(learners("learner", 100));
        server.on("CONNECT", "421 4.3.2 too busy");

        for (int second = 0; second < 120; second++) {
            sender.turns(5);
            sender.letPass(Duration.ofSeconds(1));
        }

        // After 1, 2, 4, 8, 16, 30, 30 s.
        assertThat(server.connections()).isBetween(6, 9);
        assertThat(Outbox.mostAttempts()).isZero();
        server.usual();
        sender.letPass(Duration.ofSeconds(30));
        sender.turns(5);
        assertThat(Outbox.states()).hasSize(100).containsOnly(SENT);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 553 5.1.8 we do not know this sender",
        "MAIL, 530 5.7.0 authenticate first",
        "MAIL, 451 4.3.0 not now",
        "RCPT, 554 5.7.1 relay access denied",
        "RCPT, 550 5.7.1 relay access denied",
        "RCPT, 450 4.7.1 greylisted",
        "RCPT, 421 4.7.0 too many mails",
        "DATA, 554 5.7.1 relay access denied",
        "DATA, 452 4.3.1 no room",
        "END, 554 5.7.1 relay access denied",
        "END, 421 4.3.2 shutting down",
        "CONNECT, 554 5.7.1 go away"
    })
    void givesNoMailUpForWhatIsTheServers(String command, String answer) {
        Outbox.ended();
        Outbox.learners(learners("learner", 20));
        server.on(command, answer);

        for (int i = 0; i < 60; i++) {
            sender.turns(3);
            sender.letPass(Duration.ofHours(3));
        }

        assertThat(Outbox.states()).hasSize(21).containsOnly(QUEUED);
        assertThat(server.connections()).isLessThanOrEqualTo(60 * 3);
        server.usual();
        sender.turns(5);
        sender.letPass(Duration.ofMinutes(1));
        sender.turns(5);
        assertThat(Outbox.states()).containsOnly(SENT);
    }

    @Test
    void slowsDownWhenMailAfterMailIsRefusedForNoFaultOfItsRecipient() {
        Outbox.learners(learners("learner", 300));
        server.on("RCPT", "554 5.7.1 relay access denied");

        sender.turns(50);

        assertThat(server.commands().stream().filter(line -> line.startsWith("RCPT"))).hasSize(3);
    }

    @Test
    void sendsManyMailsThroughAServerThatDefersEachRecipientAtFirst() {
        Outbox.learners(
                IntStream.range(0, 300)
                        .mapToObj(i -> "learner@domain" + i + ".example")
                        .toArray(String[]::new));
        server.on("RCPT", "450 4.7.1 greylisted");
        sender.turns(5);
        assertThat(server.commands().stream().filter(line -> line.startsWith("RCPT")))
                .hasSizeGreaterThanOrEqualTo(300);

        server.usual();
        sender.letPass(Duration.ofMinutes(5));
        sender.turns(5);

        assertThat(Outbox.states()).containsOnly(SENT);
    }

    @Test
    void leavesADomainAloneThatPutsOffMailAfterMailAndSendsToOthers() {
        List<String> all = new ArrayList<>(List.of(learners("learner", 50)));
        IntStream.range(0, 50).forEach(i -> all.add(0, "learner" + i + "@slow.example"));
        Outbox.learners(all.toArray(String[]::new));
        server.on("RCPT", line -> line.contains("@slow") ? "450 4.7.0 too many" : null);

        sender.turns(5);

        assertThat(Outbox.inState(SENT)).isEqualTo(50);
        assertThat(server.commands().stream().filter(line -> line.contains("@slow")))
                .hasSizeBetween(3, 8);
        server.usual();
        for (int minute = 0; minute < 5; minute++) {
            sender.letPass(Duration.ofMinutes(1));
            sender.turns(3);
        }
        assertThat(Outbox.states()).containsOnly(SENT);
    }

    @Test
    void getsOnWithADomainThatPutsOffTheFirstTryOfEachRecipient() {
        Outbox.learners(learners("learner", 60));
        Set<String> seen = new HashSet<>();
        server.on("RCPT", line -> seen.add(line) ? "451 4.7.1 greylisted" : null);

        for (int i = 0; i < 40; i++) {
            sender.turns(2);
            sender.letPass(Duration.ofMinutes(1));
        }

        assertThat(Outbox.states()).containsOnly(SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 4.7.0 too many mails over this connection", "CUT"})
    void connectsAnewWhereTheServerHasHadEnoughOfAConnection(String answer) {
        Outbox.learners(learners("learner", 12));
        AtomicInteger mails = new AtomicInteger();
        server.on("MAIL", line -> mails.incrementAndGet() % 4 == 0 ? answer : null);

        sender.turns(5);

        assertThat(Outbox.states()).containsOnly(SENT);
        assertThat(server.connections()).isBetween(4, 5);
    }

    @Test
    void sendsToLearnersAtItsRateOverOneConnection() {
        Outbox.learners(learners("learner", 40));
        Outbox.ended();
        Outbox.letPass(Duration.ofMinutes(1));
        long begin = System.nanoTime();

        sender.atRate(1_200).turn();

        assertThat(Outbox.states()).hasSize(41).containsOnly(SENT);
        assertThat(server.connections()).isOne();
        assertThat(server.mails().get(0).to()).isEqualTo("ada@example.org");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void keepsTheServersWordsForThoseWhoAreRefused() {
        Outbox.learners("dead@example.org");
        server.on("RCPT", "550 5.1.1 <dead@example.org> is no mailbox");

        sender.turn();

        assertThat(
                        NotifierLedger.JDBC
                                .sql("select answer from imports.mail")
                                .query(String.class)
                                .list())
                .containsExactly("550 5.1.1 … is no mailbox");
    }

    @Test
    void sendsOtherMailsAlthoughOneIsRefusedAndGivesThatUpAfterFourDays() {
        Outbox.learners("virus@example.org");
        server.on("END", to -> to.startsWith("virus") ? "554 5.6.0 not wanted" : null);

        for (int day = 0; day < 6; day++) {
            sender.turn();
            assertThat(Outbox.states().get(0)).isEqualTo(day <= 4 ? QUEUED : UNDELIVERABLE);
            Outbox.ended();
            sender.turn();
            assertThat(Outbox.inState(SENT)).isEqualTo(day + 1);
            sender.letPass(Duration.ofHours(23).plusMinutes(day == 3 ? 30 : 0));
        }
    }

    @Test
    void goesOnOverTheSameConnectionAfterARefusal() {
        Outbox.learners("first@example.org", "second@example.org", "third@example.org");
        server.on("DATA", line -> server.mails().isEmpty() ? refuseOnce() : null);

        sender.turn();

        assertThat(Outbox.inState(SENT)).isEqualTo(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    private boolean refused;

    private String refuseOnce() {
        String answer = refused ? null : "451 4.7.1 not now";
        refused = true;
        return answer;
    }

    @Test
    void writesTheLinkToTheImportWhetherOrNotThePortalsAddressEndsInASlash() {
        String id = Outbox.ended().toString();

        sender.portal("https://unenrol.example.org/portal/").turn();

        assertThat(onlyMail().text().replace("=\n", ""))
                .contains("https://unenrol.example.org/portal/imports/" + id);
    }

    private Mail onlyMail() {
        assertThat(server.mails()).hasSize(1);
        return server.mails().get(0);
    }

    private static String[] learners(String name, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> name + i + "@example.org")
                .toArray(String[]::new);
    }
}
