package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformFixture.complete;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.PlatformFixture.now;
import static org.unenrol.platform.PlatformFixture.session;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.model.Mode;
import org.unenrol.platform.ImportFixture;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

class VerifyOnlyTests extends PlatformTestCase {

    @BeforeEach
    void enrolPeople() {
        learner("amelia");
        learner("oliver");
        course("FIRE");
        course("DATA");
        session("FIRE-PAST", "FIRE", now().minus(1, ChronoUnit.DAYS));
        enrol("amelia", "FIRE");
        enrol("amelia", "FIRE-PAST");
        enrol("oliver", "DATA");
        complete("oliver", "DATA", now().minus(1, ChronoUnit.DAYS));
    }

    @Test
    void leavesThePlatformAsItWasAndTakesNoLocks() {
        String before = PlatformDatabase.checksum();

        PLATFORM.settle(allKindsOfRows(anImport().verifyOnly()));

        assertThat(PlatformDatabase.checksum()).isEqualTo(before);
        assertThat(UnenrolmentHistory.endings()).isZero();
    }

    @Test
    void answersWhatTheApplyThatFollowsAnswers() {
        ImportFixture submitted = anImport();

        List<UnenrolmentAnswer> verified = PLATFORM.settle(allKindsOfRows(submitted.verifyOnly()));
        List<UnenrolmentAnswer> applied = PLATFORM.settle(allKindsOfRows(submitted.in(Mode.APPLY)));

        assertThat(applied).isEqualTo(verified);
        assertThat(UnenrolmentHistory.endings()).isEqualTo(3);
    }

    @Test
    void endsNothingBesideRowsThatAreApplied() {
        List<UnenrolmentAnswer> answers =
                PLATFORM.settle(
                        List.of(
                                anImport().verifyOnly().row(1, "amelia", "FIRE"),
                                anImport().row(1, "oliver", "DATA"),
                                anImport().verifyOnly().row(1, "oliver", "FIRE")));

        assertThat(answers)
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(
                        Standing.ENROLLED,
                        Standing.ENROLLED_COMPLETION_KEPT,
                        Standing.NOT_ENROLLED);
        assertThat(UnenrolmentHistory.endings()).isEqualTo(1);
    }

    private static List<UnenrolmentRequest> allKindsOfRows(ImportFixture file) {
        return List.of(
                file.row(1, "amelia", "FIRE"),
                file.row(2, "amelia", "FIRE-PAST"),
                file.row(3, "amelia", "DATA"),
                file.row(4, "oliver", "DATA"),
                file.row(5, "nobody", "DATA"),
                file.row(6, "oliver", "NOTHING"),
                file.faultyRow(7, "oliver", "DATA"));
    }
}
