package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformDatabase.JDBC;
import static org.unenrol.platform.PlatformFixture.SAFETY;
import static org.unenrol.platform.PlatformFixture.attend;
import static org.unenrol.platform.PlatformFixture.complete;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.isEnrolled;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.PlatformFixture.now;
import static org.unenrol.platform.PlatformFixture.openPeriod;
import static org.unenrol.platform.PlatformFixture.session;
import static org.unenrol.platform.Standing.ENROLLED;
import static org.unenrol.platform.Standing.ENROLLED_COMPLETION_KEPT;
import static org.unenrol.platform.Standing.ENROLLED_SINCE_SUBMISSION;
import static org.unenrol.platform.Standing.NOT_ENROLLED;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.ImportFixture;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

class RepeatedRowTests extends PlatformTestCase {

    @BeforeEach
    void enrolAmelia() {
        learner("amelia");
        course("FIRE");
        enrol("amelia", "FIRE");
    }

    @Test
    void getsTheSameAnswerAndEndsNothingFurther() {
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");

        assertThat(answer(row)).isEqualTo(answer(row));
        assertThat(standing(row)).isEqualTo(ENROLLED);
        assertThat(UnenrolmentHistory.endings()).isEqualTo(1);
    }

    @Test
    void getsTheSameAnswerTwiceInABatch() {
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");

        assertThat(PLATFORM.settle(List.of(row, row)))
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(ENROLLED, ENROLLED);
    }

    @Test
    void getsTheSameAnswerWhenTheCourseIsCompletedInBetween() {
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");

        assertThat(standing(row)).isEqualTo(ENROLLED);
        complete("amelia", "FIRE", now());

        assertThat(standing(row)).isEqualTo(ENROLLED);
    }

    @Test
    void getsTheSameAnswerWhenTheSessionHasTakenPlaceInBetween() {
        session("FIRE-TODAY", "FIRE", now().plusSeconds(3600));
        enrol("amelia", "FIRE-TODAY");
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE-TODAY");

        assertThat(standing(row)).isEqualTo(ENROLLED);
        JDBC.sql("update lms.activity set ends_at = clock_timestamp() where kind = 'SESSION'")
                .update();
        attend("amelia", "FIRE-TODAY", "ATTENDED", now());

        assertThat(standing(row)).isEqualTo(ENROLLED);
    }

    @Test
    void keepsTheCompletionAgain() {
        complete("amelia", "FIRE", now());
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");

        assertThat(standing(row)).isEqualTo(ENROLLED_COMPLETION_KEPT);
        assertThat(standing(row)).isEqualTo(ENROLLED_COMPLETION_KEPT);
    }

    @Test
    void leavesALearnerAloneWhoWasEnrolledAnewInBetween() {
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");
        assertThat(standing(row)).isEqualTo(ENROLLED);
        enrol("amelia", "FIRE", now());
        Long anew = openPeriod("amelia", "FIRE");

        assertThat(standing(row)).isEqualTo(ENROLLED);
        assertThat(openPeriod("amelia", "FIRE")).isNotNull().isEqualTo(anew);
    }

    @Test
    void leavesEvenAnEarlierPeriodAloneThatWasEnteredInBetween() {
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");
        assertThat(standing(row)).isEqualTo(ENROLLED);
        enrol("amelia", "FIRE");

        assertThat(standing(row)).isEqualTo(ENROLLED);
        assertThat(isEnrolled("amelia", "FIRE")).isTrue();
    }

    @Test
    void endsNothingElseWhenItsReferenceHasMovedToAnotherCourse() {
        course("DATA");
        enrol("amelia", "DATA");
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");
        assertThat(standing(row)).isEqualTo(ENROLLED);
        moveReference("FIRE", "OLD-FIRE");
        moveReference("DATA", "FIRE");

        assertThat(standing(row)).isEqualTo(ENROLLED);
        assertThat(isEnrolled("amelia", "FIRE")).isTrue();
    }

    @Test
    void tellsWhomItHasUnenrolledWhateverItsWordsMeanNow() {
        course("DATA");
        learner("oliver");
        enrol("oliver", "DATA");
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");
        assertThat(standing(row)).isEqualTo(ENROLLED);
        complete("oliver", "DATA", now());
        moveReference("FIRE", "OLD-FIRE");
        moveReference("DATA", "FIRE");
        rename("amelia", "amelia.old");
        rename("oliver", "amelia");

        UnenrolmentAnswer again = answer(row);

        assertThat(again.standing()).isEqualTo(ENROLLED);
        assertThat(again.learner().email()).isEqualTo("amelia@example.org");
        assertThat(again.activity().title()).isEqualTo("Title of FIRE");
        assertThat(isEnrolled("amelia", "FIRE")).isTrue();
    }

    @Test
    void getsTheSameAnswerWhenNobodyKnowsItsWordsAnyMore() {
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");
        assertThat(standing(row)).isEqualTo(ENROLLED);
        rename("amelia", "amelia.old");
        JDBC.sql("update lms.activity set external_reference = null").update();

        assertThat(standing(row)).isEqualTo(ENROLLED);
    }

    @Test
    void getsTheSameAnswerWhenItsAdministratorMayNoLongerManageTheActivity() {
        ImportFixture file = anImport().managing(SAFETY);
        assertThat(standing(file.row(1, "amelia", "FIRE"))).isEqualTo(ENROLLED);

        assertThat(standing(file.by(ManagedAreas.NONE).row(1, "amelia", "FIRE")))
                .isEqualTo(ENROLLED);
    }

    @Test
    void findsNothingToEndWhereAnotherRowHasEndedIt() {
        assertThat(standing(anImport().row(1, "amelia", "FIRE"))).isEqualTo(ENROLLED);

        assertThat(standing(anImport().row(1, "amelia", "FIRE"))).isEqualTo(NOT_ENROLLED);
    }

    @Test
    void letsOneOfTwoImportsInABatchEndThePeriod() {
        List<UnenrolmentAnswer> answers =
                PLATFORM.settle(
                        List.of(
                                anImport().row(1, "amelia", "FIRE"),
                                anImport().row(1, "amelia", "FIRE")));

        assertThat(answers)
                .extracting(UnenrolmentAnswer::standing)
                .containsExactlyInAnyOrder(ENROLLED, NOT_ENROLLED);
    }

    @Test
    void letsTheImportEndThePeriodThatWasSubmittedAfterItsBeginning() {
        ImportFixture early = anImport().submittedAt(now().minus(Duration.ofDays(20)));
        ImportFixture late = anImport();

        List<UnenrolmentAnswer> answers =
                PLATFORM.settle(
                        List.of(early.row(1, "amelia", "FIRE"), late.row(1, "amelia", "FIRE")));

        assertThat(answers)
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(NOT_ENROLLED, ENROLLED);
    }

    @Test
    void keepsThePlaceOfALearnerWhoWasEnrolledAfterSubmission() {
        learner("oliver");
        ImportFixture submitted = anImport();
        enrol("oliver", "FIRE", now());
        UnenrolmentRequest row = submitted.row(1, "oliver", "FIRE");

        assertThat(standing(row)).isEqualTo(ENROLLED_SINCE_SUBMISSION);
        assertThat(standing(row)).isEqualTo(ENROLLED_SINCE_SUBMISSION);
        assertThat(isEnrolled("oliver", "FIRE")).isTrue();
    }

    @Test
    void tellsMicrosecondsApart() {
        ImportFixture submitted = anImport();
        learner("oliver");
        learner("priya");
        enrol("oliver", "FIRE", submitted.submittedAt().minusNanos(1_000));
        enrol("priya", "FIRE", submitted.submittedAt());

        assertThat(
                        PLATFORM.settle(
                                List.of(
                                        submitted.row(1, "oliver", "FIRE"),
                                        submitted.row(2, "priya", "FIRE"))))
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(ENROLLED, ENROLLED_SINCE_SUBMISSION);
    }

    private static void rename(String from, String to) {
        JDBC.sql(
                        "update lms.app_user set username = :to, username_key = :to where username = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    private static void moveReference(String from, String to) {
        JDBC.sql("update lms.activity set external_reference = ? where external_reference = ?")
                .param(to)
                .param(from)
                .update();
    }
}
