package org.unenrol.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.contract.RemotePlatformUnderTest.Fault;
import org.unenrol.platform.remote.Enrolling;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;
import org.unenrol.platform.remote.PlatformUnavailableException;
import org.unenrol.platform.remote.Query;

/** The rules that every remote platform keeps to besides, with its adapter and the journal. */
public abstract class LearningPlatformContract extends RowSettlerContract {

    @Override
    protected abstract RemotePlatformUnderTest emptyPlatform();

    @Override
    protected final RemotePlatformUnderTest platform() {
        return (RemotePlatformUnderTest) super.platform();
    }

    @ParameterizedTest
    @EnumSource(names = {"TIME_OUT_BEFORE", "TIME_OUT_AFTER", "TOO_MANY_CALLS", "UNAVAILABLE"})
    void failsNoRowWhenThePlatformCannotBeAsked(Fault fault) {
        UnenrolmentRequest row = rows().row(1, "amelia.hughes", "FIRE");
        platform().failNextEnding(fault);

        assertThatThrownBy(() -> settle(row)).isInstanceOf(PlatformUnavailableException.class);
        assertThat(settle(row).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(platform().isEnrolled("amelia.hughes", "FIRE")).isFalse();
        assertThat(platform().endings()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIME_OUT_BEFORE", "TOO_MANY_CALLS", "UNAVAILABLE"})
    void recognisesNobodyLessWhenALookFails(Fault fault) {
        UnenrolmentRequest row = rows().row(1, "amelia.hughes", "FIRE");
        platform().failNextLook(fault);

        assertThatThrownBy(() -> settle(row)).isInstanceOf(PlatformUnavailableException.class);
        assertThat(settle(row).standing()).isEqualTo(Standing.ENROLLED);
    }

    @Test
    void countsAnEnrolmentOnceThatWasEndedWithoutAnAnswer() {
        UnenrolmentRequest first = rows().row(1, "amelia.hughes", "FIRE");
        UnenrolmentRequest other = rows().row(1, "amelia.hughes", "FIRE");
        platform().failNextEnding(Fault.TIME_OUT_AFTER);
        assertThatThrownBy(() -> settle(first)).isInstanceOf(PlatformUnavailableException.class);

        assertThat(settle(other).standing()).isEqualTo(Standing.NOT_ENROLLED);
        assertThat(settle(first).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(platform().endings()).isEqualTo(1);
    }

    @Test
    void leavesToAnotherImportWhatWasOnlyIntended() {
        UnenrolmentRequest first = rows().row(1, "amelia.hughes", "FIRE");
        UnenrolmentRequest other = rows().row(1, "amelia.hughes", "FIRE");
        platform().failNextEnding(Fault.TIME_OUT_BEFORE);
        assertThatThrownBy(() -> settle(first)).isInstanceOf(PlatformUnavailableException.class);

        assertThat(settle(other).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(settle(first).standing()).isEqualTo(Standing.NOT_ENROLLED);
        assertThat(platform().endings()).isEqualTo(1);
    }

    @Test
    void endsNothingThatWasIntendedWhenTheImportIsClosed() {
        UnenrolmentRequest row = rows().row(1, "amelia.hughes", "FIRE");
        platform().failNextEnding(Fault.TIME_OUT_BEFORE);
        assertThatThrownBy(() -> settle(row)).isInstanceOf(PlatformUnavailableException.class);

        assertThat(platform().fence().close(row.id().importId())).hasValue(0);
        assertThat(settle(row).standing()).isEqualTo(Standing.IMPORT_ENDED);
        assertThat(platform().endings()).isZero();
    }

    @Test
    void endsOnceWhatArrivesTwice() {
        platform().failNextEnding(Fault.TWICE);

        assertThat(settle(rows().row(1, "amelia.hughes", "FIRE")).standing())
                .isEqualTo(Standing.ENROLLED);
        assertThat(platform().endings()).isEqualTo(1);
    }

    @Test
    void believesNoSuccessThatIsNone() {
        platform().failNextEnding(Fault.LIE);

        assertThat(settle(rows().row(1, "amelia.hughes", "FIRE")).standing())
                .isEqualTo(Standing.STILL_ENROLLED);
        assertThat(platform().isEnrolled("amelia.hughes", "FIRE")).isTrue();
    }

    @Test
    void saysThatAPlaceIsHeldByAnotherMethod() {
        platform().holdByAnotherMethod("amelia.hughes", "FIRE");
        UnenrolmentRequest row = rows().row(1, "amelia.hughes", "FIRE");

        UnenrolmentAnswer answer = settle(row);

        assertThat(answer.standing()).isEqualTo(Standing.STILL_ENROLLED);
        assertThat(settle(row)).isEqualTo(answer);
        assertThat(platform().endings()).isZero();
    }

    @Test
    void costsNoOtherRowAnythingWhenOneIsRefused() {
        platform().enrol("oliver.bennett", "FIRE");
        platform().lock("BUDGET");
        Rows rows = rows();

        List<UnenrolmentAnswer> answers =
                platform()
                        .settler()
                        .settle(
                                List.of(
                                        rows.row(1, "amelia.hughes", "FIRE"),
                                        rows.row(2, "oliver.bennett", "BUDGET"),
                                        rows.row(3, "oliver.bennett", "FIRE")));

        assertThat(answers)
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(Standing.ENROLLED, Standing.REFUSED, Standing.ENROLLED);
        assertThat(answers.get(1).reason()).isNotBlank();
        assertThat(platform().endings()).isEqualTo(2);
    }

    @Test
    void saysWhatThePlatformDoesNotTell() {
        platform().silence("FIRE", true);

        UnenrolmentAnswer answer = settle(rows().row(1, "amelia.hughes", "FIRE"));

        assertThat(answer.standing()).isEqualTo(Standing.REFUSED);
        assertThat(answer.reason()).isNotBlank();
        assertThat(platform().endings()).isZero();
    }

    @Test
    void forgetsNoIntentionWhileThePlatformDoesNotTell() {
        UnenrolmentRequest first = rows().row(1, "amelia.hughes", "FIRE");
        UnenrolmentRequest other = rows().row(1, "amelia.hughes", "FIRE");
        platform().failNextEnding(Fault.TIME_OUT_AFTER);
        assertThatThrownBy(() -> settle(first)).isInstanceOf(PlatformUnavailableException.class);
        platform().silence("FIRE", true);
        assertThat(settle(other).standing()).isEqualTo(Standing.REFUSED);
        platform().silence("FIRE", false);

        assertThat(settle(first).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(platform().endings()).isEqualTo(1);
    }

    @Test
    void recognisesNobodyWithoutSayingSoWhenItsCredentialsAreBlind() {
        UnenrolmentRequest row = rows().verifyOnly().row(1, "amelia.hughes", "FIRE");
        platform().blind(true);
        assertThatThrownBy(() -> settle(row)).isInstanceOf(PlatformUnavailableException.class);
        platform().blind(false);

        assertThat(settle(row).standing()).isEqualTo(Standing.ENROLLED);
    }

    @Test
    void enrolsAnewAndLeavesAPlaceThatIsThere() {
        Finding found = look("amelia.hughes", "FIRE");
        Pair pair = pair(found);
        settle(rows().row(1, "amelia.hughes", "FIRE"));

        assertThat(platform().adapter().enrol(List.of(pair)))
                .containsExactly(new Enrolling.Enrolled());
        assertThat(platform().adapter().enrol(List.of(pair)))
                .containsExactly(new Enrolling.AlreadyEnrolled());
        assertThat(platform().isEnrolled("amelia.hughes", "FIRE")).isTrue();
        assertThat(platform().adapter().places(List.of(pair)).get(0))
                .isInstanceOf(Place.Enrolled.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIME_OUT_BEFORE", "TIME_OUT_AFTER", "TOO_MANY_CALLS", "UNAVAILABLE"})
    void givesAPlaceBackOnceThePlatformCanBeAsked(Fault fault) {
        UnenrolmentRequest back = rows().takingBack(1, ended("amelia.hughes", "FIRE"));
        platform().failNextEnrolling(fault);

        assertThatThrownBy(() -> settle(back)).isInstanceOf(PlatformUnavailableException.class);
        assertThat(settle(back).standing()).isEqualTo(Standing.REENROLLED);
        assertThat(platform().isEnrolled("amelia.hughes", "FIRE")).isTrue();
    }

    @Test
    void countsAPlaceOnceThatWasGivenWithoutAnAnswer() {
        UnenrolmentRequest row = ended("amelia.hughes", "FIRE");
        UnenrolmentRequest first = rows().takingBack(1, row);
        platform().failNextEnrolling(Fault.TIME_OUT_AFTER);
        assertThatThrownBy(() -> settle(first)).isInstanceOf(PlatformUnavailableException.class);

        assertThat(settle(rows().takingBack(1, row)).standing())
                .isEqualTo(Standing.ALREADY_ENROLLED);
        assertThat(settle(first).standing()).isEqualTo(Standing.REENROLLED);
    }

    @Test
    void leavesToAnotherTakeBackWhatWasOnlyIntended() {
        UnenrolmentRequest row = ended("amelia.hughes", "FIRE");
        UnenrolmentRequest first = rows().takingBack(1, row);
        platform().failNextEnrolling(Fault.TIME_OUT_BEFORE);
        assertThatThrownBy(() -> settle(first)).isInstanceOf(PlatformUnavailableException.class);

        assertThat(settle(rows().takingBack(1, row)).standing()).isEqualTo(Standing.REENROLLED);
        assertThat(settle(first).standing()).isEqualTo(Standing.ALREADY_ENROLLED);
    }

    @Test
    void endsAPlaceThatWasGivenBackWithoutAnAnswer() {
        UnenrolmentRequest back = rows().takingBack(1, ended("amelia.hughes", "FIRE"));
        platform().failNextEnrolling(Fault.TIME_OUT_AFTER);
        assertThatThrownBy(() -> settle(back)).isInstanceOf(PlatformUnavailableException.class);

        ended("amelia.hughes", "FIRE");

        assertThat(settle(back).standing()).isEqualTo(Standing.REENROLLED);
        assertThat(platform().isEnrolled("amelia.hughes", "FIRE")).isFalse();
    }

    @Test
    void givesOnePlaceWhenTheCallArrivesTwice() {
        UnenrolmentRequest back = rows().takingBack(1, ended("amelia.hughes", "FIRE"));
        platform().failNextEnrolling(Fault.TWICE);

        assertThat(settle(back).standing()).isEqualTo(Standing.REENROLLED);
        assertThat(platform().isEnrolled("amelia.hughes", "FIRE")).isTrue();
    }

    @Test
    void believesNoPlaceThatIsNotThere() {
        UnenrolmentRequest back = rows().takingBack(1, ended("amelia.hughes", "FIRE"));
        platform().failNextEnrolling(Fault.LIE);

        assertThat(settle(back).standing()).isEqualTo(Standing.REFUSED);
        assertThat(platform().isEnrolled("amelia.hughes", "FIRE")).isFalse();
    }

    private Finding look(String username, String reference) {
        return platform()
                .adapter()
                .look(List.of(new Query(username, reference, ManagedAreas.EVERY)))
                .get(0);
    }

    private static Pair pair(Finding found) {
        String learner = found.learner().id();
        String activity = found.activity().id();
        if (learner == null || activity == null) {
            throw new AssertionError("both must be known: " + found);
        }
        return new Pair(learner, activity);
    }
}
