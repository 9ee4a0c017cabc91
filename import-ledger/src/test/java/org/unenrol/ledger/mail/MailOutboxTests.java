package org.unenrol.ledger.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.MAILS;
import static org.unenrol.ledger.Ledger.MAIL_HOLD;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.letPass;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;
import static org.unenrol.ledger.OutcomeFixture.noticed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.OutcomeCode;

class MailOutboxTests extends LedgerTestCase {

    private static final RetryPolicy POLICY =
            new RetryPolicy(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(15),
                    Duration.ofDays(4),
                    3,
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(1));
    private static final RetryPolicy ONE_COPY =
            new RetryPolicy(
                    Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, Duration.ZERO, Duration.ZERO);
    private static final MailFailure SERVER = failure(MailFailure.Kind.SERVER);
    private static final MailFailure RECIPIENT = failure(MailFailure.Kind.RECIPIENT);
    private static final MailFailure DEFERRED = failure(MailFailure.Kind.DEFERRED);
    private static final MailFailure MESSAGE = failure(MailFailure.Kind.MESSAGE);
    private static final MailFailure UNCONFIRMED = failure(MailFailure.Kind.UNCONFIRMED);

    private UUID id;

    @BeforeEach
    void queueAMail() {
        id = anImport().completedAs(OutcomeCode.UNENROLLED);
    }

    @Test
    void triesAMailAgainAfterOneTwoFourSecondsAndSoOnUpToTheLongestPause() {
        for (long pause : List.of(1, 2, 4, 8, 16, 30, 30)) {
            assertThat(MAILS.failed(take(), DEFERRED, POLICY)).isEqualTo(MailState.QUEUED);

            letPass(Duration.ofMillis(1000 * pause - 400));
            assertThat(MAILS.isDue()).as("before %s s", pause).isFalse();
            letPass(Duration.ofMillis(400));
            assertThat(MAILS.isDue()).as("after %s s", pause).isTrue();
        }
    }

    @Test
    void isDueAgainWhereTheClockHasBeenPutBack() {
        MAILS.failed(take(), DEFERRED, POLICY);
        letPass(Duration.ofHours(-1));
        assertThat(MAILS.isDue()).isFalse();

        assertThat(MAILS.bringBack(Duration.ofHours(2))).isZero();
        assertThat(MAILS.bringBack(Duration.ofMinutes(50))).isEqualTo(1);

        assertThat(MAILS.isDue()).isTrue();
    }

    @Test
    void isGivenUpInTimeWhereTheClockHasBeenPutBack() {
        MAILS.failed(take(), RECIPIENT, POLICY);
        letPass(Duration.ofDays(-1));
        MAILS.bringBack(Duration.ofMinutes(1));
        MAILS.failed(take(), RECIPIENT, POLICY);
        letPass(POLICY.recipientRefusedFor());

        assertThat(MAILS.failed(take(), RECIPIENT, POLICY)).isEqualTo(MailState.UNDELIVERABLE);
    }

    @Test
    void saysWhyTheLastTryHasFailed() {
        MAILS.failed(take(), MESSAGE, POLICY);

        assertThat(lastError()).contains("MESSAGE failed");
    }

    @Test
    void countsNoTryThatTheServerHasFailed() {
        for (int i = 0; i < 50; i++) {
            MAILS.failed(take(), SERVER, POLICY);
        }

        assertThat(take().attempts()).isEqualTo(1);
    }

    @Test
    void givesUpARecipientWhoIsStillRefusedLongAfterTheFirstRefusal() {
        letPass(Duration.ofDays(1));
        assertThat(MAILS.failed(take(), RECIPIENT, POLICY)).isEqualTo(MailState.QUEUED);
        letPass(Duration.ofMinutes(14));
        assertThat(MAILS.failed(take(), RECIPIENT, POLICY)).isEqualTo(MailState.QUEUED);
        letPass(Duration.ofMinutes(1));

        assertThat(MAILS.failed(take(), RECIPIENT, POLICY)).isEqualTo(MailState.UNDELIVERABLE);
        assertThat(MAILS.isDue()).isFalse();
    }

    @Test
    void countsNoOtherRefusalAsTheRecipients() {
        MAILS.failed(take(), MESSAGE, POLICY);
        letPass(Duration.ofHours(1));

        assertThat(MAILS.failed(take(), RECIPIENT, POLICY)).isEqualTo(MailState.QUEUED);
    }

    @Test
    void givesUpNothingWhileTheServerAcceptsNothing() {
        MAILS.failed(take(), MESSAGE, POLICY);
        letPass(Duration.ofDays(30));

        assertThat(MAILS.failed(take(), MESSAGE, POLICY)).isEqualTo(MailState.QUEUED);
    }

    @Test
    void givesUpAMailThatIsRefusedForDaysWhileOthersAreAccepted() {
        MAILS.failed(take(), MESSAGE, POLICY);
        letPass(Duration.ofDays(1));
        QueuedMail refused = take();
        anImport().completedAs(OutcomeCode.UNENROLLED);
        MAILS.sent(take());

        assertThat(MAILS.failed(refused, MESSAGE, POLICY)).isEqualTo(MailState.QUEUED);
        letPass(Duration.ofDays(3));
        assertThat(MAILS.failed(take(), MESSAGE, POLICY)).isEqualTo(MailState.UNDELIVERABLE);
    }

    /** The clock has been put back since that one was accepted. */
    @Test
    void takesNoAcceptanceOfTheFutureForOneSinceTheRefusal() {
        MAILS.failed(take(), MESSAGE, POLICY);
        letPass(POLICY.refusedFor());
        QueuedMail refused = take();
        anImport().completedAs(OutcomeCode.UNENROLLED);
        MAILS.sent(take());
        letPass("mail", Duration.ofDays(-1), "ended_at");

        assertThat(MAILS.failed(refused, MESSAGE, POLICY)).isEqualTo(MailState.QUEUED);
    }

    @Test
    void countsNoLessThanNothingForTheOldestWhereTheClockHasBeenPutBack() {
        letPass(Duration.ofHours(-1));

        assertThat(MAILS.backlog().oldest()).isEqualTo(Duration.ZERO);
    }

    @Test
    void sendsAMailWithoutAnAnswerSeldomAndNotForEver() {
        assertThat(MAILS.failed(take(), UNCONFIRMED, POLICY)).isEqualTo(MailState.QUEUED);
        letPass(Duration.ofMinutes(14));
        assertThat(MAILS.isDue()).isFalse();
        letPass(Duration.ofMinutes(1));
        assertThat(MAILS.failed(take(), UNCONFIRMED, POLICY)).isEqualTo(MailState.QUEUED);
        letPass(Duration.ofMinutes(29));
        assertThat(MAILS.isDue()).isFalse();
        letPass(Duration.ofMinutes(1));

        assertThat(MAILS.failed(take(), UNCONFIRMED, POLICY)).isEqualTo(MailState.PERHAPS_SENT);
        assertThat(MAILS.isDue()).isFalse();
    }

    @Test
    void holdsAMailForAsLongAsItsTryIsUnderWay() {
        QueuedMail mail = take();
        letPass(MAIL_HOLD.minusSeconds(1));
        MAILS.hold(mail, MAIL_HOLD);
        letPass(MAIL_HOLD.minusSeconds(1));

        assertThat(MAILS.isDue()).isFalse();

        letPass(Duration.ofSeconds(1));
        assertThat(MAILS.isDue()).isTrue();
    }

    @Test
    void hearsNothingFromASenderWhoseMailAnotherOneHasTaken() {
        QueuedMail first = take();
        letPass(MAIL_HOLD);
        take();

        MAILS.failed(first, MESSAGE, POLICY);
        MAILS.hold(first, Duration.ZERO);
        letPass(Duration.ofSeconds(30));

        assertThat(MAILS.isDue()).isFalse();
    }

    @Test
    void believesALateSenderThatItsMailWasAccepted() {
        QueuedMail mail = take();
        MAILS.undeliverable(mail, "no address");

        MAILS.sent(mail);

        assertThat(MAILS.counts(id)).isEqualTo(new MailCounts(0, 1, 0, 0));
        assertThat(lastError()).isEmpty();
    }

    @Test
    void sendsAgainWhatWasGivenUpOrPerhapsSentAsTheSameMessage() {
        QueuedMail mail = take();
        MAILS.undeliverable(mail, "no address");
        letPass(Duration.ofDays(1));

        assertThat(MAILS.sendAgain(id, "content.admin")).isEqualTo(1);

        QueuedMail again = take();
        assertThat(again.messageId()).isEqualTo(mail.messageId());
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(MAILS.failed(again, RECIPIENT, POLICY)).isEqualTo(MailState.QUEUED);
        assertThat(MAILS.backlog().oldest()).isLessThan(Duration.ofMinutes(1));
        assertThat(audit()).contains("content.admin MAILS_SENT_AGAIN 1");
    }

    @Test
    void sendsNothingAgainThatWasSentOrIsQueued() {
        RECORDER.record(List.of(noticed(anImport().submitted(), 1)));
        MAILS.sent(take());

        assertThat(MAILS.sendAgain(id, "content.admin")).isZero();
        assertThat(rowsOf("mail")).isEqualTo(2);
        assertThat(audit()).noneMatch(entry -> entry.contains("AGAIN"));
    }

    @Test
    void countsWhatIsNotSentAndForHowLong() {
        MAILS.undeliverable(take(), "no address");
        UUID other = anImport().ofRows(2).submitted();
        RECORDER.record(List.of(noticed(other, 1), noticed(other, 2)));
        letPass(Duration.ofMinutes(5));
        assertThat(MAILS.backlog().oldest())
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        MAILS.failed(take(), UNCONFIRMED, ONE_COPY);

        MailBacklog backlog = MAILS.backlog();

        assertThat(backlog.queued()).isEqualTo(1);
        assertThat(backlog.learners()).isEqualTo(1);
        assertThat(backlog.oldest()).as("the others wait for their turn").isZero();
        assertThat(backlog.perhapsSent()).isEqualTo(1);
        assertThat(backlog.undeliverable()).isEqualTo(1);
        assertThat(MAILS.counts(other)).isEqualTo(new MailCounts(1, 0, 1, 0));
    }

    private static QueuedMail take() {
        return MAILS.take(MAIL_HOLD).orElseThrow();
    }

    private static MailFailure failure(MailFailure.Kind kind) {
        return new MailFailure(kind, kind + " failed");
    }

    private static Optional<String> lastError() {
        return JDBC.sql("select last_error from imports.mail")
                .query((row, number) -> Optional.ofNullable(row.getString("last_error")))
                .single();
    }

    private List<String> audit() {
        return JDBC.sql(
                        "select concat_ws(' ', account, kind, details ->> 'mails') from audit.entry"
                                + " where import_id = ?")
                .param(id)
                .query(String.class)
                .list();
    }
}
