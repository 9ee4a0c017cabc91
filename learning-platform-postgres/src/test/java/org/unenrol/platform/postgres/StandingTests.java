package org.unenrol.platform.postgres;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformFixture.attend;
import static org.unenrol.platform.PlatformFixture.complete;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.isEnrolled;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.PlatformFixture.now;
import static org.unenrol.platform.PlatformFixture.session;
import static org.unenrol.platform.Standing.ENROLLED;
import static org.unenrol.platform.Standing.ENROLLED_COMPLETION_KEPT;
import static org.unenrol.platform.Standing.ENROLLED_SINCE_SUBMISSION;
import static org.unenrol.platform.Standing.NOT_ENROLLED;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unenrol.model.Mode;
import org.unenrol.platform.ImportFixture;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.Standing;

/** Every standing; and verifying finds the same as applying, which alone ends the enrolment. */
class StandingTests extends PlatformTestCase {

    @BeforeEach
    void enrolAmelia() {
        learner("amelia");
        course("FIRE");
        session("FIRE-PAST", "FIRE", now().minus(1, DAYS));
        session("FIRE-FUTURE", "FIRE", now().plus(1, DAYS));
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void enrolledInACourse(Mode mode) {
        enrol("amelia", "FIRE");

        assertStanding(mode, "FIRE", ENROLLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void enrolledInACompletedCourse(Mode mode) {
        enrol("amelia", "FIRE");
        complete("amelia", "FIRE", now().minus(1, DAYS));

        assertStanding(mode, "FIRE", ENROLLED_COMPLETION_KEPT);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void enrolledInACourseThatSomebodyElseHasCompleted(Mode mode) {
        learner("oliver");
        enrol("amelia", "FIRE");
        complete("oliver", "FIRE", now().minus(1, DAYS));

        assertStanding(mode, "FIRE", ENROLLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void enrolledInAFutureSession(Mode mode) {
        enrol("amelia", "FIRE-FUTURE");

        assertStanding(mode, "FIRE-FUTURE", ENROLLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void enrolledInAFutureSessionOfACompletedCourse(Mode mode) {
        enrol("amelia", "FIRE-FUTURE");
        complete("amelia", "FIRE", now().minus(1, DAYS));

        assertStanding(mode, "FIRE-FUTURE", ENROLLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void enrolledInAFutureSessionThatIsAttendedAlready(Mode mode) {
        enrol("amelia", "FIRE-FUTURE");
        attend("amelia", "FIRE-FUTURE", "ATTENDED", now().minus(1, DAYS));

        assertStanding(mode, "FIRE-FUTURE", ENROLLED_COMPLETION_KEPT);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void enrolledInAFutureSessionAndExpectedToBeAbsent(Mode mode) {
        enrol("amelia", "FIRE-FUTURE");
        attend("amelia", "FIRE-FUTURE", "ABSENT", now().minus(1, DAYS));

        assertStanding(mode, "FIRE-FUTURE", ENROLLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void enrolledInAPastSession(Mode mode) {
        enrol("amelia", "FIRE-PAST");

        assertStanding(mode, "FIRE-PAST", ENROLLED_COMPLETION_KEPT);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void notEnrolled(Mode mode) {
        enrol("amelia", "FIRE-FUTURE");

        assertStanding(mode, "FIRE", NOT_ENROLLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_ONLY", "APPLY"})
    void enrolledOnlySinceSubmission(Mode mode) {
        ImportFixture submitted = anImport().in(mode);
        enrol("amelia", "FIRE", submitted.submittedAt());

        assertThat(standing(submitted.row(1, "amelia", "FIRE")))
                .isEqualTo(ENROLLED_SINCE_SUBMISSION);
        assertThat(isEnrolled("amelia", "FIRE")).isTrue();
    }

    private static void assertStanding(Mode mode, String reference, Standing expected) {
        String completions = PlatformDatabase.checksum("lms.completion");
        String attendances = PlatformDatabase.checksum("lms.attendance");
        boolean enrolled = isEnrolled("amelia", reference);

        assertThat(standing(anImport().in(mode).row(1, "amelia", reference))).isEqualTo(expected);

        assertThat(isEnrolled("amelia", reference)).isEqualTo(enrolled && mode == Mode.VERIFY_ONLY);
        assertThat(PlatformDatabase.checksum("lms.completion")).isEqualTo(completions);
        assertThat(PlatformDatabase.checksum("lms.attendance")).isEqualTo(attendances);
    }
}
