package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.MAILS;
import static org.unenrol.ledger.Ledger.MAIL_HOLD;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;
import static org.unenrol.ledger.OutcomeFixture.noticed;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.model.RowOutcome.Place;

class LearnerMailTests extends LedgerTestCase {

    @Test
    void isQueuedWithTheOutcome() {
        UUID id = anImport().ofRows(3).submitted();

        RECORDER.record(List.of(unenrolled(id, 1), noticed(id, 2)));

        QueuedMail mail = MAILS.take(MAIL_HOLD).orElseThrow();
        assertThat(mail.kind()).isEqualTo(QueuedMail.Kind.LEARNER_UNENROLMENT);
        assertThat(mail.importId()).isEqualTo(id);
        assertThat(mail.row()).isEqualTo(2);
        assertThat(mail.recipient()).isEqualTo("learner2@example.com");
        assertThat(mail.recipientName()).isEqualTo("Learner 2");
        assertThat(mail.activityTitle()).isEqualTo("Fire drill");
        assertThat(mail.language()).isEqualTo("de");
        assertThat(MAILS.take(MAIL_HOLD)).isEmpty();
    }

    @Test
    void knowsWhetherTheLearnerKeepsThePlace() {
        UUID id = anImport().ofRows(3).submitted();

        RECORDER.record(List.of(noticed(id, 1, Place.KEPT)));

        assertThat(MAILS.take(MAIL_HOLD))
                .map(QueuedMail::kind)
                .contains(QueuedMail.Kind.LEARNER_PLACE_KEPT);
    }

    @Test
    void isQueuedOnceHoweverOftenTheOutcomeArrives() {
        UUID id = anImport().ofRows(3).submitted();

        RECORDER.record(List.of(noticed(id, 1), noticed(id, 1)));
        RECORDER.record(List.of(noticed(id, 1)));

        assertThat(rowsOf("mail")).isEqualTo(1);
        assertThat(MAILS.learnerMails(id)).isEqualTo(1);
    }

    @Test
    void isNotQueuedForAnOutcomeThatDoesNotCount() {
        UUID id = anImport().ofRows(3).submitted();
        RECORDER.record(List.of(unenrolled(id, 1)));

        RECORDER.record(List.of(noticed(id, 1)));

        assertThat(rowsOf("mail")).isZero();
    }

    @Test
    void isNotQueuedInARunWithoutLearnerEmails() {
        UUID silent = anImport().ofRows(2).withoutLearnerEmails().submitted();
        UUID usual = anImport().ofRows(2).submitted();

        RECORDER.record(List.of(noticed(silent, 1), noticed(usual, 2)));

        assertThat(MAILS.take(MAIL_HOLD)).map(QueuedMail::importId).contains(usual);
        assertThat(rowsOf("mail")).isEqualTo(1);
    }

    @Test
    void isNeverQueuedByAVerification() {
        UUID verification = anImport().ofRows(2).verifyOnly().submitted();
        UUID realRun = anImport().ofRows(2).submitted();

        RECORDER.record(List.of(noticed(verification, 1), noticed(realRun, 2)));

        assertThat(MAILS.take(MAIL_HOLD)).map(QueuedMail::importId).contains(realRun);
        assertThat(rowsOf("mail")).isEqualTo(1);
    }
}
