package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformDatabase.JDBC;
import static org.unenrol.platform.PlatformFixture.FINANCE;
import static org.unenrol.platform.PlatformFixture.SAFETY;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.isEnrolled;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.PlatformFixture.now;
import static org.unenrol.platform.PlatformFixture.session;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;

class ResolutionTests extends PlatformTestCase {

    @BeforeEach
    void enrolAmelia() {
        learner("Amelia.Hughes");
        course("FIRE", SAFETY);
        enrol("Amelia.Hughes", "FIRE");
    }

    @Test
    void namesTheLearnerAndTheActivity() {
        session("FIRE-2", "FIRE", now().plus(1, ChronoUnit.DAYS));

        UnenrolmentAnswer answer = answer(anImport().row(7, "amelia.hughes", "FIRE-2"));

        assertThat(answer.id().row()).isEqualTo(7);
        assertThat(answer.learner())
                .isEqualTo(
                        new Learner(
                                "Amelia.Hughes",
                                "Name of Amelia.Hughes",
                                "Amelia.Hughes@example.org",
                                null));
        assertThat(answer.activity())
                .isEqualTo(
                        new Activity("FIRE-2", "Title of FIRE-2", Activity.Kind.SESSION, SAFETY));
        assertThat(answer.permitted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Amelia.Hughes, AMELIA.HUGHES",
        "IRMAK, irmak",
        "Zoe\u0308, ZOË",
        "STRAẞE, straße",
        "ΟΔΟΣ, οδος",
        "Amelia.Hughes, '\u00a0amelia.hughes\u3000'"
    })
    void findsALearnerHoweverTheUsernameIsWritten(String username, String written) {
        if (!username.equals("Amelia.Hughes")) {
            learner(username);
        }

        Learner found = answer(anImport().row(1, written, "FIRE")).learner();

        assertThat(found).extracting(Learner::username).isEqualTo(username);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "amelia",
                "amelia.hughes.",
                "аmelia.hughes",
                "amelia\0",
                "\uD83D",
                "amelıa.hughes",
                "amel\u0130a.hughes"
            })
    void recognisesNoOtherUsername(String written) {
        UnenrolmentAnswer answer = answer(anImport().row(1, written, "FIRE"));

        assertThat(answer.learner()).isNull();
        assertThat(answer.activity()).isNotNull();
        assertThat(answer.standing()).isNull();
    }

    @Test
    void neverUnenrolsSomebodyWhoseUsernameIsMerelyLikeIt() {
        learner("ali.kaya");
        enrol("ali.kaya", "FIRE");

        UnenrolmentAnswer answer = answer(anImport().row(1, "al\u0131.kaya", "FIRE"));

        assertThat(answer.learner()).isNull();
        assertThat(isEnrolled("ali.kaya", "FIRE")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CAFÉ, CAFE\u0301", "CAFÉ 1, '\u00a0CAFÉ 1\u2007'"})
    void findsAnActivityHoweverAnAccentIsStored(String reference, String written) {
        course(reference, SAFETY);

        Activity found = answer(anImport().row(1, "amelia.hughes", written)).activity();

        assertThat(found).extracting(Activity::externalReference).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource({
        "0012345, 12345",
        "amelia.hughes, amelia hughes",
        "amelia.hughes, 'Hughes-Amelia@example.org'",
        "amelia.hughes, amelia_hughes",
        "amelia.hughes, ameliahughes",
        "amelia.hughes, amelia.hughes@example.com",
        "amelia.hughes, 'CORP\\amelia.hughes'",
        "amelia.hughes, amelia.hugehs",
        "amelia.hughes, maelia.hughes",
        "josé.garcía, Jose.Garcia",
        "u123, Name of u123",
        "ali\ud801\udc28k, al\ud801\udc00ik"
    })
    void namesTheOnlyUsernameThatIsNear(String username, String written) {
        if (!username.equals("amelia.hughes")) {
            learner(username);
        }
        JDBC.sql(
                        "update lms.app_user set email = 'hughes-amelia@example.org' where name like '%Hughes'")
                .update();

        UnenrolmentAnswer answer = answer(anImport().row(1, written, "FIRE"));

        assertThat(answer.learner()).isNull();
        assertThat(answer.standing()).isNull();
        assertThat(answer.username().near()).isEqualToIgnoringCase(username);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amelia.huhges", "amelia", "hughes", "amelia.hughe", "ab", "@", "\\"})
    void namesNoNearUsernameWhereThereAreSeveralOrNone(String written) {
        learner("amelia.hug.hes");
        learner("aemlia.huhges");

        assertThat(answer(anImport().row(1, written, "FIRE")).username().near()).isNull();
    }

    @Test
    void hintsAtNoAccountOutsideTheAdministratorsAreas() {
        course("PAYROLL", FINANCE);
        learner("oliver.bennett");
        enrol("oliver.bennett", "PAYROLL");
        JDBC.sql(
                        """
                        update lms.enrolment set ended_at = now()
                        where user_id = (select id from lms.app_user where username = 'oliver.bennett')
                        """)
                .update();

        List<UnenrolmentAnswer> answers =
                PLATFORM.settle(
                        List.of(
                                anImport().managing(FINANCE).row(1, "amelia hughes", "FIRE"),
                                anImport().managing(FINANCE).row(2, "oliver bennett", "FIRE"),
                                anImport().by(ManagedAreas.NONE).row(3, "oliver bennett", "FIRE"),
                                anImport().row(4, "amelia hughes", "FIRE")));

        assertThat(answers)
                .extracting(answer -> answer.username().near())
                .containsExactly(null, "oliver.bennett", null, "Amelia.Hughes");
    }

    @Test
    void hintsAtNoReferenceOutsideTheAdministratorsAreas() {
        course("PAYROLL-1", FINANCE);
        course("PAYROLL1", SAFETY);

        List<UnenrolmentAnswer> answers =
                PLATFORM.settle(
                        List.of(
                                anImport().managing(FINANCE).row(1, "nobody", "fire"),
                                anImport().managing(FINANCE).row(2, "nobody", "payroll 1"),
                                anImport().row(3, "nobody", "fire")));

        assertThat(answers)
                .extracting(answer -> answer.reference().near())
                .containsExactly(null, "PAYROLL-1", "FIRE");
    }

    @ParameterizedTest
    @CsvSource({
        "00123, 123",
        "Course-1, COURSE 1",
        "CAFÉ-1, CAFE\u0301 1",
        "CAFÉ-1, café-1",
        "1.2, 12",
        "course_1, COURSE1",
        "0, 00",
        "A\u200b-1, a\u20131",
        "'12 3', 12\u00a03"
    })
    void namesTheOnlyReferenceThatIsNear(String reference, String written) {
        course(reference, SAFETY);

        UnenrolmentAnswer answer = answer(anImport().row(1, "amelia.hughes", written));

        assertThat(answer.activity()).isNull();
        assertThat(answer.reference().near()).isEqualTo(reference);
    }

    @Test
    void namesNoNearReferenceWhereThereAreSeveralOrNone() {
        course("0123", SAFETY);
        course("00123", SAFETY);

        assertThat(answer(anImport().row(1, "amelia.hughes", "123")).reference().near()).isNull();
        assertThat(answer(anImport().row(1, "amelia.hughes", "1230")).reference().near()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "fire", "FI RE", "FIRE-SAFTEY", "%", "FI\0RE", "\uDC00FIRE"})
    void recognisesAReferenceOnlyWhenItIsTheSame(String written) {
        UnenrolmentAnswer answer = answer(anImport().row(1, "amelia.hughes", written));

        assertThat(answer.activity()).isNull();
        assertThat(answer.permitted()).isFalse();
        assertThat(answer.learner()).isNotNull();
        assertThat(answer.standing()).isNull();
    }

    @Test
    void namesAllFaultsOfARowThatIsNotActionable() {
        UnenrolmentAnswer answer = answer(anImport().faultyRow(1, "amelia.hughes", "FIRE"));

        assertThat(answer.learner()).isNotNull();
        assertThat(answer.activity()).isNotNull();
        assertThat(answer.permitted()).isTrue();
        assertThat(answer.standing()).isNull();
        assertThat(isEnrolled("Amelia.Hughes", "FIRE")).isTrue();
    }

    @Test
    void letsAContentAdministratorManageOnlyTheAreasGranted() {
        course("PAYROLL", FINANCE);
        enrol("Amelia.Hughes", "PAYROLL");

        List<UnenrolmentAnswer> answers =
                PLATFORM.settle(
                        List.of(
                                anImport().managing(SAFETY).row(1, "amelia.hughes", "FIRE"),
                                anImport().managing(SAFETY).row(2, "amelia.hughes", "PAYROLL")));

        assertThat(answers).extracting(UnenrolmentAnswer::permitted).containsExactly(true, false);
        assertThat(answers)
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(Standing.ENROLLED, null);
        assertThat(isEnrolled("Amelia.Hughes", "PAYROLL")).isTrue();
    }

    @Test
    void letsNobodyElseManageAnything() {
        UnenrolmentAnswer answer =
                answer(anImport().by(ManagedAreas.NONE).row(1, "amelia.hughes", "FIRE"));

        assertThat(answer.permitted()).isFalse();
        assertThat(answer.standing()).isNull();
        assertThat(isEnrolled("Amelia.Hughes", "FIRE")).isTrue();
    }

    @Test
    void answersNothingWhenAskedNothing() {
        assertThat(PLATFORM.settle(List.of())).isEmpty();
    }
}
