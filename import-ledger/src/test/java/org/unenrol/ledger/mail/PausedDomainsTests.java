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
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.OutcomeCode;

/** Domains that put off one email to a learner after another. */
class PausedDomainsTests extends LedgerTestCase {

    private static final RetryPolicy POLICY =
            new RetryPolicy(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(15),
                    Duration.ofDays(4),
                    3,
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(1));
    private static final MailFailure NOT_NOW =
            new MailFailure(MailFailure.Kind.DOMAIN, "RCPT: 450 4.7.1");

    @BeforeEach
    void queueMailsToTwoDomains() {
        UUID id = anImport().ofRows(20).submitted();
        RECORDER.record(IntStream.rangeClosed(1, 15).mapToObj(row -> noticed(id, row)).toList());
        JDBC.sql("update imports.mail set recipient = 'bo@Slow.example' where row <= 10").update();
    }

    @Test
    void areLeftAloneWhileOthersGoOn() {
        putOff(3);

        assertThat(IntStream.range(0, 5).mapToObj(i -> take().recipient()))
                .allMatch(recipient -> recipient.endsWith("@example.com"));
        assertThat(MAILS.take(MAIL_HOLD)).isEmpty();
        assertThat(MAILS.isDue()).isFalse();
        assertThat(MAILS.backlog().pausedDomains()).isOne();
    }

    @Test
    void haveNoPauseForTheFirstTwo() {
        putOff(2);

        assertThat(take().recipient()).endsWith("@Slow.example");
    }

    @Test
    void areLeftAloneForLongerAndLonger() {
        JDBC.sql("delete from imports.mail where row > 10").update();
        putOff(3);
        for (int pause = 2; pause <= 64; pause *= 2) {
            letPass(Duration.ofSeconds(61));
            putOff(1);
            int longest = Math.min(pause, 60);
            assertThat(resumesIn()).as("pause").isBetween(longest - 2.0, (double) longest);
        }
    }

    @Test
    void areWellAgainWhenTheyHaveAcceptedOne() {
        JDBC.sql("delete from imports.mail where row > 10").update();
        putOff(3);
        letPass(Duration.ofSeconds(5));

        MAILS.sent(take());

        assertThat(rowsOf("mail_domain")).isZero();
    }

    @Test
    void holdBackNoMailToAnAdministrator() {
        putOff(3);
        anImport().completedAs(OutcomeCode.UNENROLLED);
        JDBC.sql("update imports.mail set recipient = 'ada@slow.example' where row = 0").update();

        assertThat(take().recipient()).isEqualTo("ada@slow.example");
    }

    @Test
    void holdBackWhatIsQueuedMeanwhile() {
        putOff(3);
        IntStream.range(0, 5).forEach(i -> take());
        UUID id = anImport().ofRows(2).submitted();
        RECORDER.record(IntStream.of(1).mapToObj(row -> noticed(id, row)).toList());
        JDBC.sql("update imports.mail set recipient = 'cy@slow.example' where import_id = ?")
                .param(id)
                .update();

        assertThat(MAILS.take(MAIL_HOLD)).isEmpty();
    }

    private static void putOff(int mails) {
        for (int i = 0; i < mails; i++) {
            QueuedMail mail = take();
            assertThat(mail.recipient()).endsWith("@Slow.example");
            MAILS.failed(mail, NOT_NOW, POLICY);
        }
    }

    private static double resumesIn() {
        return JDBC.sql("select extract(epoch from resumes_at - now()) from imports.mail_domain")
                .query(Double.class)
                .single();
    }

    private static QueuedMail take() {
        return MAILS.take(MAIL_HOLD).orElseThrow();
    }
}
