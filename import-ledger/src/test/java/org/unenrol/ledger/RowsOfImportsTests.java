package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.Ledger.MAILS;
import static org.unenrol.ledger.Ledger.MAIL_HOLD;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.OutcomeFixture.settled;
import static org.unenrol.ledger.OutcomeFixture.verified;
import static org.unenrol.model.OutcomeCode.DUPLICATE;
import static org.unenrol.model.OutcomeCode.NOT_PROCESSED;
import static org.unenrol.model.OutcomeCode.REENROLLED;
import static org.unenrol.model.OutcomeCode.SYSTEM_ERROR;
import static org.unenrol.model.OutcomeCode.UNENROLLED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.dispatch.OriginRows;
import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.RowOutcome.LearnerNotice;

class RowsOfImportsTests extends LedgerTestCase {

    private static final RowsOfImports ROWS = new RowsOfImports(JDBC);
    private static final OriginRows ORIGINS = new OriginRows(JDBC);
    private static final Submitter ADA = new Submitter("ada", "Ada", "ada@example.com", "en");

    @Test
    void thatHaveEndedAnEnrolmentAreTakenBackOnce() {
        UUID applied = ended(anImport().ofRows(3), UNENROLLED, DUPLICATE, UNENROLLED);
        assertThat(ROWS.toTakeBack(applied)).containsExactly(1, 3);

        UUID back = made(applied, Mode.TAKE_BACK, false, 1, 3);
        assertThat(ROWS.toTakeBack(applied)).isEmpty();
        assertThat(ORIGINS.between(back, 1, 2))
                .isEqualTo(Map.of(1, new RowId(applied, 1), 2, new RowId(applied, 3)));

        end(back, REENROLLED, NOT_PROCESSED);
        assertThat(ROWS.toTakeBack(applied)).containsExactly(3);
    }

    @Test
    void thatTheSystemHasFailedAreRunAgainUntilTheyAreNot() {
        DuplicateRows repeated = new DuplicateRows();
        repeated.add(3, 1);
        UUID applied =
                ended(
                        anImport().ofRows(4).with(repeated),
                        UNENROLLED,
                        SYSTEM_ERROR,
                        NOT_PROCESSED,
                        NOT_PROCESSED);
        assertThat(ROWS.toRunAgain(applied)).containsExactly(2, 4);

        UUID again = made(applied, Mode.APPLY, false, 2, 4);
        assertThat(ROWS.toRunAgain(applied)).isEmpty();

        end(again, UNENROLLED, SYSTEM_ERROR);
        assertThat(ROWS.toRunAgain(applied)).containsExactly(4);
        assertThat(ROWS.toRunAgain(again)).containsExactly(2);
    }

    @Test
    void areGuardedByTheVerificationThatTheirOriginHasApplied() {
        Meaning meaning = new Meaning("17", "42");
        UUID verification = anImport().ofRows(2).verifyOnly().submitted();
        RECORDER.record(
                List.of(
                        verified(verification, 1, new Meaning("1", "2")),
                        verified(verification, 2, meaning)));
        RESULTS.complete(verification, FILES.create().id());
        UUID applied = IMPORTS.apply(verification, ADA, null).orElseThrow().importId();
        end(applied, UNENROLLED, SYSTEM_ERROR);
        UUID again = made(applied, Mode.APPLY, false, 2);
        end(again, SYSTEM_ERROR);

        UUID once = made(again, Mode.APPLY, false, 1);

        assertThat(ORIGINS.meaningsBetween(again, 1, 9)).isEqualTo(Map.of(1, meaning));
        assertThat(ORIGINS.meaningsBetween(once, 1, 9)).isEqualTo(Map.of(1, meaning));
    }

    @Test
    void tellLearnersOnlyWhereThatIsAskedFor() {
        UUID applied = ended(anImport().ofRows(2), UNENROLLED, UNENROLLED);
        UUID quiet = made(applied, Mode.TAKE_BACK, false, 1);
        UUID told = made(applied, Mode.TAKE_BACK, true, 2);
        JDBC.sql("delete from imports.mail").update();

        RECORDER.record(List.of(givenBack(quiet), givenBack(told)));

        QueuedMail mail = MAILS.take(MAIL_HOLD).orElseThrow();
        assertThat(mail.kind()).isEqualTo(QueuedMail.Kind.LEARNER_PLACE_AGAIN);
        assertThat(mail.importId()).isEqualTo(told);
        assertThat(MAILS.take(MAIL_HOLD)).isEmpty();
    }

    @Test
    void needTheFileOfTheirOrigin() {
        UUID applied = ended(anImport().ofRows(1), UNENROLLED);
        JDBC.sql("update imports.import set upload_file = null where id = ?")
                .param(applied)
                .update();

        assertThat(IMPORTS.submitOf(of(applied, Mode.TAKE_BACK, false, null, 1))).isEmpty();
    }

    @Test
    void areOneImportForOneKey() {
        UUID applied = ended(anImport().ofRows(1), UNENROLLED);
        UUID back =
                IMPORTS.submitOf(of(applied, Mode.TAKE_BACK, false, "k", 1))
                        .orElseThrow()
                        .importId();

        assertThat(IMPORTS.submitOf(of(applied, Mode.TAKE_BACK, false, "k", 1)))
                .contains(new Submission.Repeated(back));
        assertThat(IMPORTS.withKey("ada", "k")).map(Import::id).contains(back);
        assertThat(new ImportsOf(JDBC, IMPORTS, new Viewer("ada", true)).ofRowsOf(applied))
                .extracting(Import::id)
                .containsExactly(back);
    }

    private static UUID made(UUID origin, Mode mode, boolean emails, int... rows) {
        return IMPORTS.submitOf(of(origin, mode, emails, null, rows)).orElseThrow().importId();
    }

    private static NewImport of(UUID origin, Mode mode, boolean emails, String key, int... rows) {
        return NewImport.ofRows(
                find(origin),
                new LinkedRows(origin, rows),
                mode,
                FILES.create().id(),
                "0".repeat(64),
                ADA,
                new DuplicateRows(),
                key,
                LearnerEmails.of(emails));
    }

    private static UUID ended(ImportFixture file, OutcomeCode... codes) {
        UUID id = file.submitted();
        end(id, codes);
        return id;
    }

    private static void end(UUID id, OutcomeCode... codes) {
        for (int i = 0; i < codes.length; i++) {
            RECORDER.record(List.of(settled(id, i + 1, codes[i])));
        }
        RESULTS.complete(id, FILES.create().id());
    }

    private static RowOutcome givenBack(UUID id) {
        return new RowOutcome(
                id,
                1,
                2,
                REENROLLED,
                List.of(),
                new LearnerNotice("a@example.org", "A", null, "Fire", RowOutcome.Place.GIVEN_BACK),
                null,
                null);
    }
}
