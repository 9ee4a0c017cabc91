package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.ImportFixture.verifiedAs;
import static org.unenrol.platform.PlatformDatabase.JDBC;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.isEnrolled;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.Standing.ENROLLED;
import static org.unenrol.platform.Standing.NOT_AS_VERIFIED;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.model.Meaning;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** Applied is exactly what was verified: the same person, and the same activity. */
class VerifiedMeaningTests extends PlatformTestCase {

    @BeforeEach
    void enrolTwoInTwoCourses() {
        for (String reference : new String[] {"FIRE", "DATA"}) {
            course(reference);
        }
        for (String username : new String[] {"amelia", "oliver"}) {
            learner(username);
            enrol(username, "FIRE");
            enrol(username, "DATA");
        }
    }

    @Test
    void isAppliedAsItWasVerified() {
        assertThat(standing(applied(verified()))).isEqualTo(ENROLLED);
    }

    @Test
    void isHeldBackWhenTheReferenceNamesAnotherActivity() {
        Meaning verified = verified();
        change("lms.activity", "external_reference", "FIRE", "OLD-FIRE");
        change("lms.activity", "external_reference", "DATA", "FIRE");

        assertThat(standing(applied(verified))).isEqualTo(NOT_AS_VERIFIED);
        assertThat(isEnrolled("amelia", "FIRE")).isTrue();
    }

    @Test
    void isHeldBackWhenTheUsernameIsAnotherPersons() {
        Meaning verified = verified();
        change("lms.app_user", "username_key", "amelia", "amelia.old");
        change("lms.app_user", "username_key", "oliver", "amelia");

        assertThat(standing(applied(verified))).isEqualTo(NOT_AS_VERIFIED);
        assertThat(isEnrolled("oliver", "FIRE")).isTrue();
    }

    @Test
    void isAppliedWhenOnlyTheNamesHaveChanged() {
        Meaning verified = verified();
        change("lms.app_user", "name", "Name of amelia", "Amelia H.");
        change("lms.activity", "title", "Title of FIRE", "Fire!");

        assertThat(standing(applied(verified))).isEqualTo(ENROLLED);
    }

    @Test
    void isAppliedWhenWhatWasNotRecognisedHasBeenSetRight() {
        change("lms.activity", "external_reference", "FIRE", "OLD-FIRE");
        Meaning verified = verified();
        change("lms.activity", "external_reference", "OLD-FIRE", "FIRE");

        assertThat(verified.activity()).isNull();
        assertThat(standing(applied(verified))).isEqualTo(ENROLLED);
    }

    @Test
    void isNotRecognisedWhenItsWordsMeanNothingAnyMore() {
        Meaning verified = verified();
        change("lms.activity", "external_reference", "FIRE", "OLD-FIRE");

        UnenrolmentAnswer answer = answer(applied(verified));

        assertThat(answer.activity()).isNull();
        assertThat(answer.standing()).isNull();
    }

    private static Meaning verified() {
        return answer(anImport().verifyOnly().row(1, "amelia", "FIRE")).meaning();
    }

    private static UnenrolmentRequest applied(Meaning verified) {
        return verifiedAs(verified, anImport().row(1, "amelia", "FIRE"));
    }

    private static void change(String table, String column, String from, String to) {
        JDBC.sql("update %1$s set %2$s = :to where %2$s = :from".formatted(table, column))
                .param("from", from)
                .param("to", to)
                .update();
    }
}
