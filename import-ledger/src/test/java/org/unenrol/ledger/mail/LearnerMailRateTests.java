package org.unenrol.ledger.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.AUDIT;
import static org.unenrol.ledger.Ledger.MAIL_HOLD;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.LedgerDatabase.letPass;
import static org.unenrol.ledger.OutcomeFixture.noticed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.mail.LearnerMailRules.Grouping;
import org.unenrol.model.OutcomeCode;

/** The pace of emails to learners, which all processes share. */
class LearnerMailRateTests extends LedgerTestCase {

    @BeforeEach
    void nobodyHasSentAnythingForAMinute() {
        JDBC.sql(
                        """
                        update imports.learner_pace
                        set free_at = now() - interval '1 minute', per_minute = null
                        """)
                .update();
    }

    @Test
    void holdsForAllProcessesTogether() throws InterruptedException {
        queued(anImport().ofRows(200).submitted(), 1, 200);
        AtomicInteger taken = new AtomicInteger();
        ExecutorService processes = Executors.newFixedThreadPool(4);
        long begin = System.nanoTime();

        for (int i = 0; i < 4; i++) {
            MailOutbox one = outbox(600);
            processes.execute(
                    () -> {
                        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(2)) {
                            one.take(MAIL_HOLD).ifPresent(mail -> taken.incrementAndGet());
                        }
                    });
        }
        processes.shutdown();
        assertThat(processes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(taken.get()).isBetween(20, (int) (10 + 10 * seconds) + 1);
    }

    @Test
    void holdsBackNoOtherMail() {
        queued(anImport().ofRows(3).submitted(), 1, 2);
        MailOutbox slow = outbox(1);
        assertThat(slow.take(MAIL_HOLD)).isPresent();
        assertThat(slow.take(MAIL_HOLD)).isEmpty();
        assertThat(slow.isDue()).isFalse();
        assertThat(slow.turnOfLearners().orElseThrow())
                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(61));

        anImport().completedAs(OutcomeCode.UNENROLLED);

        assertThat(slow.isDue()).isTrue();
        assertThat(slow.take(MAIL_HOLD))
                .map(QueuedMail::kind)
                .contains(QueuedMail.Kind.IMPORT_ENDED);
        letPass("learner_pace", Duration.ofMinutes(1), "free_at");
        assertThat(slow.turnOfLearners()).isEmpty();
        assertThat(slow.take(MAIL_HOLD)).map(QueuedMail::row).contains(2);
    }

    @Test
    void goesOnWhereTheClockHasBeenPutBack() {
        queued(anImport().ofRows(3).submitted(), 1, 2);
        MailOutbox slow = outbox(1);
        slow.take(MAIL_HOLD);
        letPass("learner_pace", Duration.ofHours(-1), "free_at");

        assertThat(slow.take(MAIL_HOLD)).isPresent();
        assertThat(slow.take(MAIL_HOLD)).isEmpty();
    }

    @Test
    void letsASmallImportGoAheadOfTheRestOfALargeOne() {
        queued(anImport().ofRows(100).submitted(), 50, 100);
        UUID small = anImport().ofRows(2).submitted();
        queued(small, 1, 1);

        assertThat(outbox(600).take(MAIL_HOLD)).map(QueuedMail::importId).contains(small);
    }

    @Test
    void tellsAboutWhenTheLastWillBeSent() {
        UUID id = anImport().ofRows(200).submitted();
        queued(id, 1, 121);
        MailReports reports = new MailReports(JDBC, outbox(60));
        assertThat(reports.of(id).lastExpectedAt()).as("before the rate is known").isNull();

        outbox(60).sent(outbox(60).take(MAIL_HOLD).orElseThrow());

        Instant now = JDBC.sql("select now()").query(Instant.class).single();
        assertThat(reports.of(id).lastExpectedAt())
                .isBetween(now.plusSeconds(115), now.plusSeconds(125));
        assertThat(reports.of(id).counts()).isEqualTo(new MailCounts(120, 1, 0, 0));
    }

    @Test
    void tellsWhyMailsWereGivenUpInTheServersWords() {
        UUID id = anImport().ofRows(3).submitted();
        queued(id, 1, 3);
        RetryPolicy impatient =
                new RetryPolicy(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        1,
                        Duration.ZERO,
                        Duration.ZERO);
        MailFailure refused =
                new MailFailure(MailFailure.Kind.RECIPIENT, "RCPT: 550")
                        .answered("550 No such user");
        MailOutbox mails = outbox(1_000_000);

        mails.failed(mails.take(MAIL_HOLD).orElseThrow(), refused, impatient);
        mails.failed(mails.take(MAIL_HOLD).orElseThrow(), refused, impatient);
        mails.undeliverable(mails.take(MAIL_HOLD).orElseThrow(), "recipient: none");

        assertThat(new MailReports(JDBC, mails).of(id).refused())
                .containsExactly(
                        new MailReport.Refused("550 No such user", 2),
                        new MailReport.Refused(null, 1));
    }

    private static void queued(UUID id, int from, int to) {
        RECORDER.record(IntStream.rangeClosed(from, to).mapToObj(row -> noticed(id, row)).toList());
    }

    private static MailOutbox outbox(int perMinute) {
        return new MailOutbox(JDBC, TRANSACTION, AUDIT)
                .keeping(new LearnerMailRules(perMinute, Grouping.BY_ROW));
    }
}
