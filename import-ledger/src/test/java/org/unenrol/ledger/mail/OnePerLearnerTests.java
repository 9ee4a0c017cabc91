package org.unenrol.ledger.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.AUDIT;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.MAIL_HOLD;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.OutcomeFixture.noticed;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.mail.LearnerMailRules.Grouping;
import org.unenrol.ledger.mail.QueuedMail.Told;
import org.unenrol.model.RowOutcome.Place;

/** Emails that tell a learner of all rows of an import. */
class OnePerLearnerTests extends LedgerTestCase {

    private static final MailOutbox MAILS =
            new MailOutbox(JDBC, TRANSACTION, AUDIT)
                    .keeping(new LearnerMailRules(1_000_000, Grouping.BY_LEARNER));
    private static final RetryPolicy IMPATIENT =
            new RetryPolicy(
                    Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, Duration.ZERO, Duration.ZERO);

    private UUID id;

    @BeforeEach
    void queueThreeMailsToOneLearner() {
        id = anImport().ofRows(6).submitted();
        RECORDER.record(
                List.of(
                        noticed(id, 1),
                        noticed(id, 2),
                        noticed(id, 3),
                        noticed(id, 4),
                        noticed(id, 5, Place.KEPT)));
        JDBC.sql(
                        """
                        update imports.mail set recipient = 'bo@example.com', activity_title = 'Title ' || row
                        where row <> 3
                        """)
                .update();
    }

    @Test
    void waitForTheEndOfTheImport() {
        assertThat(MAILS.isDue()).isFalse();
        assertThat(MAILS.take(MAIL_HOLD)).isEmpty();
    }

    @Test
    void tellOfAllRowsOfTheirLearner() {
        end();

        assertThat(List.of(take().told(), take().told(), take().told()))
                .containsExactlyInAnyOrder(
                        List.of(
                                new Told(1, "Title 1"),
                                new Told(2, "Title 2"),
                                new Told(4, "Title 4")),
                        List.of(new Told(3, "Fire drill")),
                        List.of(new Told(5, "Title 5")));
        assertThat(MAILS.take(MAIL_HOLD)).isEmpty();
    }

    @Test
    void countAsOneAndEndTogether() {
        end();

        MAILS.sent(first());

        assertThat(states()).containsExactly("SENT", "SENT", "QUEUED", "SENT", "QUEUED");
        assertThat(MAILS.counts(id)).isEqualTo(new MailCounts(2, 1, 0, 0));
    }

    @Test
    void areSentAgainTogether() {
        end();
        MailFailure refused = new MailFailure(MailFailure.Kind.RECIPIENT, "RCPT: 550");
        MAILS.failed(first(), refused, IMPATIENT);
        assertThat(states())
                .containsExactly(
                        "UNDELIVERABLE", "UNDELIVERABLE", "QUEUED", "UNDELIVERABLE", "QUEUED");

        MAILS.sendAgain(id, "ada");

        assertThat(states()).containsOnly("QUEUED");
        assertThat(first().told()).hasSize(3);
    }

    private void end() {
        RECORDER.record(List.of(unenrolled(id, 6)));
        RESULTS.complete(id, FILES.create().id());
        JDBC.sql("delete from imports.mail where row = 0").update();
    }

    private static QueuedMail take() {
        return MAILS.take(MAIL_HOLD).orElseThrow();
    }

    private static QueuedMail first() {
        QueuedMail mail = take();
        while (mail.row() != 1) {
            mail = take();
        }
        return mail;
    }

    private static List<String> states() {
        return JDBC.sql("select state from imports.mail order by row").query(String.class).list();
    }
}
