package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.unenrol.ledger.dispatch.Duplicates;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

class ImportsTests extends LedgerTestCase {

    private static final Submitter OTHER =
            new Submitter("content.admin", "Bo", "bo@example.com", "de");

    private final Duplicates duplicates = new Duplicates(JDBC);

    @Test
    void appliesWithTheEmailsOfTheVerificationUnlessToldOtherwise() {
        UUID silent = anImport().verifyOnly().withoutLearnerEmails().completedAs(OutcomeCode.READY);
        UUID usual = anImport().verifyOnly().completedAs(OutcomeCode.READY);

        assertThat(emails(silent, Application.by(OTHER))).isEqualTo(LearnerEmails.NONE);
        assertThat(emails(usual, Application.by(OTHER))).isEqualTo(LearnerEmails.AS_ROWS_SAY);
        assertThat(emails(usual, Application.by(OTHER).with(LearnerEmails.NONE)))
                .isEqualTo(LearnerEmails.NONE);
    }

    private static LearnerEmails emails(UUID verified, Application application) {
        UUID applied = IMPORTS.apply(verified, application).orElseThrow().importId();
        return IMPORTS.find(applied).orElseThrow().learnerEmails();
    }

    @Test
    void keepsWhatWasSubmitted() {
        NewImport submitted = anImport().ofRows(3).verifyOnly().stored();

        Submission submission = IMPORTS.submit(submitted);

        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        Import found = find(submission.importId());
        assertThat(found.state()).isEqualTo(ImportState.PROCESSING);
        assertThat(found.mode()).isEqualTo(Mode.VERIFY_ONLY);
        assertThat(found.file().name()).isEqualTo(submitted.fileName());
        assertThat(found.file().sha256()).isEqualTo(submitted.sha256());
        assertThat(found.file().reading()).isEqualTo(submitted.reading());
        assertThat(found.file().upload()).isEqualTo(submitted.uploadFile());
        assertThat(found.rows()).isEqualTo(3);
        assertThat(found.submitter()).isEqualTo(submitted.submitter());
        assertThat(found.progress().outcomes()).isEmpty();
    }

    @Test
    void isSubmittedByTheClockOfTheDatabase() {
        Import found = find(anImport().submitted());

        assertThat(found.submittedAt())
                .isCloseTo(LedgerDatabase.SERVER.now(), within(30, ChronoUnit.SECONDS));
    }

    @Test
    void notesWhoSubmittedWhatAndThatItWasAccepted() {
        UUID id = anImport().by("content.admin").submitted();

        assertThat(auditOf(id)).containsExactly("content.admin IMPORT_SUBMITTED");
        assertThat(rowsOf("import_event")).isEqualTo(1);
    }

    @Test
    void leavesNothingWhenItCannotBeSubmitted() {
        NewImport submitted = anImport().withKey("a key").stored();
        FILES.delete(submitted.uploadFile());

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> IMPORTS.submit(submitted));

        assertThat(rowsOf("import")).isZero();
        assertThat(rowsOf("idempotency_key")).isZero();
    }

    @Test
    void keepsMoreDuplicateRowsThanOneStatementTakes() {
        DuplicateRows repeated = new DuplicateRows();
        for (int row = 2; row <= 20_002; row++) {
            repeated.add(row, 1);
        }

        UUID id = anImport().ofRows(20_002).with(repeated).submitted();

        assertThat(rowsOf("duplicate_row")).isEqualTo(20_001);
        assertThat(duplicates.between(id, 20_001, 20_002)).isEqualTo(Map.of(20_001, 1, 20_002, 1));
    }

    @Test
    void appliesWhatWasVerifiedFromTheSameBytes() {
        DuplicateRows repeated = new DuplicateRows();
        repeated.add(3, 1);
        UUID verified =
                anImport().ofRows(3).verifyOnly().with(repeated).completedAs(OutcomeCode.READY);

        UUID applied = IMPORTS.apply(verified, OTHER, null).orElseThrow().importId();

        Import found = find(applied);
        assertThat(found.mode()).isEqualTo(Mode.APPLY);
        assertThat(found.state()).isEqualTo(ImportState.PROCESSING);
        assertThat(found.verifiedBy()).isEqualTo(verified);
        assertThat(found.file().upload()).isEqualTo(find(verified).file().upload());
        assertThat(found.rows()).isEqualTo(3);
        assertThat(found.submitter()).isEqualTo(OTHER);
        assertThat(duplicates.between(applied, 1, 3)).isEqualTo(Map.of(3, 1));
        assertThat(auditOf(applied)).containsExactly("content.admin IMPORT_APPLIED " + verified);
    }

    @Test
    void appliesOnceForTheSameKey() {
        UUID verified = anImport().verifyOnly().completedAs(OutcomeCode.READY);
        UUID another = anImport().verifyOnly().completedAs(OutcomeCode.READY);

        Submission first = IMPORTS.apply(verified, OTHER, "a key").orElseThrow();
        Submission second = IMPORTS.apply(verified, OTHER, "a key").orElseThrow();
        Submission reused = IMPORTS.apply(another, OTHER, "a key").orElseThrow();

        assertThat(second).isEqualTo(new Submission.Repeated(first.importId()));
        assertThat(reused).isEqualTo(new Submission.KeyReused(first.importId()));
        assertThat(rowsOf("import")).isEqualTo(3);
    }

    @Test
    void appliesOnlyWhatIsVerifiedToItsEndAndStillKept() {
        UUID realRun = anImport().completedAs(OutcomeCode.UNENROLLED);
        UUID notEnded = anImport().verifyOnly().submitted();
        UUID swept = anImport().verifyOnly().completedAs(OutcomeCode.READY);
        JDBC.sql("update imports.import set upload_file = null where id = ?").param(swept).update();
        UUID cancelled = anImport().verifyOnly().submitted();
        IMPORTS.cancel(cancelled, "global.admin");
        Ledger.RECORDER.record(
                List.of(OutcomeFixture.settled(cancelled, 1, OutcomeCode.NOT_PROCESSED)));
        Ledger.RESULTS.complete(cancelled, FILES.create().id());

        assertThat(List.of(realRun, notEnded, swept, cancelled, UUID.randomUUID()))
                .allSatisfy(id -> assertThat(IMPORTS.apply(id, OTHER, null)).isEmpty());
        assertThat(List.of(realRun, notEnded, swept, cancelled))
                .allSatisfy(id -> assertThat(find(id).isApplicable()).isFalse());
    }

    private static List<String> auditOf(UUID id) {
        return JDBC.sql(
                        """
                        select concat_ws(' ', account, kind, details ->> 'verified') from audit.entry
                        where import_id = ? order by id
                        """)
                .param(id)
                .query(String.class)
                .list();
    }
}
