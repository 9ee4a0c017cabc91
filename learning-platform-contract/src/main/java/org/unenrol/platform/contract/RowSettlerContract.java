package org.unenrol.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Meaning;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** The rules that every platform keeps to, however it does so. */
public abstract class RowSettlerContract {

    private static final int MANY = 500;

    private PlatformUnderTest platform;

    /** Makes a platform for one test. */
    protected abstract PlatformUnderTest emptyPlatform();

    @BeforeEach
    void fillThePlatform() {
        platform = emptyPlatform();
        platform.learner("amelia.hughes");
        platform.learner("oliver.bennett");
        platform.course("FIRE", "Safety");
        platform.course("BUDGET", "Finance");
        platform.enrol("amelia.hughes", "FIRE");
        platform.enrol("oliver.bennett", "BUDGET");
    }

    @Test
    void endsAnEnrolment() {
        UnenrolmentAnswer answer = settle(rows().row(1, "amelia.hughes", "FIRE"));

        assertThat(answer.standing()).isEqualTo(Standing.ENROLLED);
        assertThat(answer.learner()).isNotNull();
        assertThat(answer.activity()).isNotNull();
        assertThat(answer.permitted()).isTrue();
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isFalse();
        assertThat(platform.isEnrolled("oliver.bennett", "BUDGET")).isTrue();
    }

    @Test
    void saysThatThereIsNothingToEnd() {
        assertThat(settle(rows().row(1, "oliver.bennett", "FIRE")).standing())
                .isEqualTo(Standing.NOT_ENROLLED);
        assertThat(platform.endings()).isZero();
    }

    @Test
    void answersEachRequestInOrder() {
        Rows rows = rows();

        List<UnenrolmentAnswer> answers =
                platform.settler()
                        .settle(
                                List.of(
                                        rows.row(4, "oliver.bennett", "FIRE"),
                                        rows.row(2, "amelia.hughes", "FIRE"),
                                        rows.row(9, "nobody", "NOTHING"),
                                        rows.verifyOnly().row(3, "oliver.bennett", "BUDGET")));

        assertThat(answers).extracting(answer -> answer.id().row()).containsExactly(4, 2, 9, 3);
        assertThat(answers)
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(Standing.NOT_ENROLLED, Standing.ENROLLED, null, Standing.ENROLLED);
        assertThat(platform.settler().settle(List.of())).isEmpty();
    }

    @Test
    void tellsBothThatAreNotRecognised() {
        UnenrolmentAnswer answer = settle(rows().row(1, "nobody", "NOTHING"));

        assertThat(answer.learner()).isNull();
        assertThat(answer.activity()).isNull();
        assertThat(answer.standing()).isNull();
        assertThat(answer.meaning()).isEqualTo(new Meaning(null, null));
        assertThat(settle(rows().faulty().row(2, null, null)).standing()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"amelia", "amelia.hughe", "amelia.hughess", "amelia hughes", "", "%", "\0"})
    void recognisesNobodyByLikeness(String username) {
        assertThat(settle(rows().row(1, username, "FIRE")).learner()).isNull();
        assertThat(platform.endings()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIR", "FIRE-", "FI RE", "", "%", "\0"})
    void recognisesNothingByLikeness(String reference) {
        assertThat(settle(rows().row(1, "amelia.hughes", reference)).activity()).isNull();
        assertThat(platform.endings()).isZero();
    }

    @Test
    void recognisesAUsernameInAnotherCase() {
        assertThat(settle(rows().row(1, "Amelia.HUGHES", "FIRE")).standing())
                .isEqualTo(Standing.ENROLLED);
    }

    @Test
    void changesNothingWhenItOnlyVerifies() {
        assertThat(settle(rows().verifyOnly().row(1, "amelia.hughes", "FIRE")).standing())
                .isEqualTo(Standing.ENROLLED);
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isTrue();
        assertThat(platform.endings()).isZero();
    }

    @Test
    void changesNothingForAFaultyRow() {
        UnenrolmentAnswer answer = settle(rows().faulty().row(1, "amelia.hughes", "FIRE"));

        assertThat(answer.learner()).isNotNull();
        assertThat(answer.standing()).isNull();
        assertThat(platform.endings()).isZero();
    }

    @Test
    void endsNothingOutsideTheAreasOfTheAdministrator() {
        Rows rows = rows().managing(ManagedAreas.of(Set.of("Finance")));

        UnenrolmentAnswer answer = settle(rows.row(1, "amelia.hughes", "FIRE"));

        assertThat(answer.permitted()).isFalse();
        assertThat(answer.standing()).isNull();
        assertThat(settle(rows.row(2, "oliver.bennett", "BUDGET")).standing())
                .isEqualTo(Standing.ENROLLED);
        assertThat(platform.endings()).isEqualTo(1);
    }

    @Test
    void tellsOfCompletionAndKeepsIt() {
        platform.complete("amelia.hughes", "FIRE");

        assertThat(settle(rows().row(1, "amelia.hughes", "FIRE")).standing())
                .isEqualTo(Standing.ENROLLED_COMPLETION_KEPT);
        assertThat(platform.hasCompleted("amelia.hughes", "FIRE")).isTrue();
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isFalse();
    }

    @Test
    void givesARowThatComesAgainTheSameAnswer() {
        UnenrolmentRequest ending = rows().row(1, "amelia.hughes", "FIRE");
        UnenrolmentRequest nothing = rows().row(2, "oliver.bennett", "FIRE");
        List<UnenrolmentAnswer> first = platform.settler().settle(List.of(ending, nothing));

        assertThat(platform.settler().settle(List.of(ending, nothing))).isEqualTo(first);
        assertThat(platform.endings()).isEqualTo(1);
    }

    @Test
    void leavesALaterEnrolmentToARowThatComesAgain() {
        UnenrolmentRequest row = rows().row(1, "amelia.hughes", "FIRE");
        settle(row);
        platform.enrolNow("amelia.hughes", "FIRE");

        assertThat(settle(row).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isTrue();
        assertThat(platform.endings()).isEqualTo(1);
    }

    @Test
    void endsOnceWhatSeveralSettleAtTheSameMoment() throws Exception {
        UnenrolmentRequest row = rows().row(1, "amelia.hughes", "FIRE");

        List<UnenrolmentAnswer> answers = atTheSameMoment(row, row, row, row);

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0).standing()).isEqualTo(Standing.ENROLLED);
        assertThat(platform.endings()).isEqualTo(1);
    }

    @Test
    void letsOneOfSeveralImportsEndAnEnrolment() throws Exception {
        List<UnenrolmentAnswer> answers =
                atTheSameMoment(
                        rows().row(1, "amelia.hughes", "FIRE"),
                        rows().row(1, "amelia.hughes", "FIRE"),
                        rows().row(1, "amelia.hughes", "FIRE"));

        assertThat(answers)
                .extracting(UnenrolmentAnswer::standing)
                .containsExactlyInAnyOrder(
                        Standing.ENROLLED, Standing.NOT_ENROLLED, Standing.NOT_ENROLLED);
        assertThat(platform.endings()).isEqualTo(1);
    }

    @Test
    void letsOneOfTwoImportsInABatchEndAnEnrolment() {
        List<UnenrolmentAnswer> answers =
                platform.settler()
                        .settle(
                                List.of(
                                        rows().row(1, "amelia.hughes", "FIRE"),
                                        rows().row(1, "Amelia.Hughes", "FIRE")));

        assertThat(answers)
                .extracting(UnenrolmentAnswer::standing)
                .containsExactlyInAnyOrder(Standing.ENROLLED, Standing.NOT_ENROLLED);
    }

    @Test
    void leavesAnEnrolmentAloneThatBeganAfterTheImport() {
        Rows rows = rows();
        platform.enrolNow("oliver.bennett", "FIRE");

        Standing standing = settle(rows.row(1, "oliver.bennett", "FIRE")).standing();

        if (platform.tellsSince()) {
            assertThat(standing).isEqualTo(Standing.ENROLLED_SINCE_SUBMISSION);
            assertThat(platform.endings()).isZero();
        } else {
            assertThat(standing).isEqualTo(Standing.ENROLLED);
        }
    }

    @Test
    void holdsBackARowThatMeansSomebodyElseThanWhenItWasVerified() {
        UnenrolmentAnswer verified = settle(rows().verifyOnly().row(1, "amelia.hughes", "FIRE"));

        assertThat(
                        settle(
                                        rows().verifiedAs(new Meaning("other", null))
                                                .row(1, "amelia.hughes", "FIRE"))
                                .standing())
                .isEqualTo(Standing.NOT_AS_VERIFIED);
        assertThat(platform.endings()).isZero();
        assertThat(
                        settle(
                                        rows().verifiedAs(verified.meaning())
                                                .row(1, "amelia.hughes", "FIRE"))
                                .standing())
                .isEqualTo(Standing.ENROLLED);
    }

    @Test
    void leavesARowAloneThatComesAfterItsTime() {
        UnenrolmentAnswer late =
                settle(
                        rows().validUntil(platform.now().minusSeconds(1))
                                .row(1, "amelia.hughes", "FIRE"));

        assertThat(late.standing()).isEqualTo(Standing.OUT_OF_DATE);
        assertThat(platform.endings()).isZero();
        assertThat(
                        settle(
                                        rows().validUntil(platform.now().plusSeconds(60))
                                                .row(1, "amelia.hughes", "FIRE"))
                                .standing())
                .isEqualTo(Standing.ENROLLED);
    }

    @Test
    void endsNothingForAnImportThatIsClosed() {
        Rows rows = rows();
        settle(rows.row(1, "amelia.hughes", "FIRE"));

        assertThat(platform.fence().close(rows.importId())).hasValue(1);
        assertThat(platform.fence().endedRows(rows.importId())).containsExactly(1);
        assertThat(settle(rows.row(2, "oliver.bennett", "BUDGET")).standing())
                .isEqualTo(Standing.IMPORT_ENDED);
        assertThat(settle(rows.row(1, "amelia.hughes", "FIRE")).standing())
                .isEqualTo(Standing.ENROLLED);
        assertThat(platform.fence().close(rows.importId())).hasValue(1);
        assertThat(platform.endings()).isEqualTo(1);
    }

    @Test
    void settlesManyRowsAtOnce() {
        IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> "learner" + i)
                .forEach(
                        learner -> {
                            platform.learner(learner);
                            platform.enrol(learner, "FIRE");
                        });
        Rows rows = rows();

        List<UnenrolmentAnswer> answers =
                platform.settler()
                        .settle(
                                IntStream.rangeClosed(1, MANY)
                                        .mapToObj(i -> rows.row(i, "learner" + i, "FIRE"))
                                        .toList());

        assertThat(answers).allMatch(answer -> answer.standing() == Standing.ENROLLED);
        assertThat(platform.endings()).isEqualTo(MANY);
    }

    @Test
    void givesAPlaceBack() {
        platform.complete("amelia.hughes", "FIRE");
        UnenrolmentRequest row = ended("amelia.hughes", "FIRE");

        UnenrolmentAnswer answer = settle(rows().takingBack(1, row));

        assertThat(answer.standing()).isEqualTo(Standing.REENROLLED);
        assertThat(answer.learner()).isNotNull();
        assertThat(answer.activity()).isNotNull();
        assertThat(answer.permitted()).isTrue();
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isTrue();
        assertThat(platform.isEnrolled("amelia.hughes", "BUDGET")).isFalse();
        assertThat(platform.hasCompleted("amelia.hughes", "FIRE")).isTrue();
    }

    @Test
    void givesAPlaceBackOnceHoweverOftenTheRowComes() {
        UnenrolmentRequest back = rows().takingBack(1, ended("amelia.hughes", "FIRE"));
        UnenrolmentAnswer answer = settle(back);
        assertThat(settle(back)).isEqualTo(answer);
        ended("amelia.hughes", "FIRE");

        assertThat(settle(back)).isEqualTo(answer);
        assertThat(answer.standing()).isEqualTo(Standing.REENROLLED);
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isFalse();
    }

    @Test
    void givesNoSecondPlaceToALearnerWhoHasOneAgain() {
        UnenrolmentRequest row = ended("amelia.hughes", "FIRE");
        platform.enrolNow("amelia.hughes", "FIRE");

        assertThat(settle(rows().takingBack(1, row)).standing())
                .isEqualTo(Standing.ALREADY_ENROLLED);
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isTrue();
    }

    @Test
    void givesOnePlaceWhenSeveralTakeARowBackAtTheSameMoment() throws Exception {
        UnenrolmentRequest row = ended("amelia.hughes", "FIRE");

        assertThat(
                        atTheSameMoment(
                                rows().takingBack(1, row),
                                rows().takingBack(1, row),
                                rows().takingBack(1, row)))
                .extracting(UnenrolmentAnswer::standing)
                .containsExactlyInAnyOrder(
                        Standing.REENROLLED, Standing.ALREADY_ENROLLED, Standing.ALREADY_ENROLLED);
    }

    @Test
    void takesBackNothingThatTheRowHasNotEnded() {
        UnenrolmentRequest other = ended("amelia.hughes", "FIRE");
        UnenrolmentRequest row = rows().row(2, "amelia.hughes", "FIRE");
        settle(row);

        assertThat(other.id()).isNotEqualTo(row.id());
        assertThat(settle(rows().takingBack(1, row)).standing())
                .isEqualTo(Standing.NOTHING_TO_TAKE_BACK);
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isFalse();
    }

    @Test
    void givesNothingBackThatSomebodyElseHasEndedSince() {
        UnenrolmentRequest first = ended("amelia.hughes", "FIRE");
        platform.enrol("amelia.hughes", "FIRE");
        UnenrolmentRequest later = ended("amelia.hughes", "FIRE");

        assertThat(settle(rows().takingBack(1, first)).standing()).isEqualTo(Standing.ENDED_SINCE);
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isFalse();
        assertThat(settle(rows().takingBack(1, later)).standing()).isEqualTo(Standing.REENROLLED);
    }

    @Test
    void givesNothingBackOutsideTheAreasOfTheAdministrator() {
        UnenrolmentRequest row = ended("amelia.hughes", "FIRE");
        Rows rows = rows().managing(ManagedAreas.of(Set.of("Finance")));

        UnenrolmentAnswer answer = settle(rows.takingBack(1, row));

        assertThat(answer.permitted()).isFalse();
        assertThat(answer.standing()).isNull();
        assertThat(platform.isEnrolled("amelia.hughes", "FIRE")).isFalse();
    }

    @Test
    void givesNothingBackForAnImportThatIsClosed() {
        Rows rows = rows();
        UnenrolmentRequest first = rows.takingBack(1, ended("amelia.hughes", "FIRE"));
        UnenrolmentRequest late = rows.takingBack(2, ended("oliver.bennett", "BUDGET"));
        settle(first);

        assertThat(platform.fence().close(rows.importId())).hasValue(1);
        assertThat(platform.fence().endedRows(rows.importId())).containsExactly(1);
        assertThat(settle(late).standing()).isEqualTo(Standing.IMPORT_ENDED);
        assertThat(platform.isEnrolled("oliver.bennett", "BUDGET")).isFalse();
        assertThat(settle(first).standing()).isEqualTo(Standing.REENROLLED);
    }

    @Test
    void settlesBothKindsOfRowsInOneBatch() {
        UnenrolmentRequest row = ended("amelia.hughes", "FIRE");

        assertThat(
                        platform.settler()
                                .settle(
                                        List.of(
                                                rows().row(4, "oliver.bennett", "BUDGET"),
                                                rows().takingBack(2, row),
                                                rows().row(9, "nobody", "NOTHING"))))
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(Standing.ENROLLED, Standing.REENROLLED, null);
    }

    /** A row of an import of its own, which has ended an enrolment. */
    protected final UnenrolmentRequest ended(String username, String reference) {
        UnenrolmentRequest row = rows().row(1, username, reference);
        settle(row);
        return row;
    }

    /** Those of an import that is submitted now. */
    protected final Rows rows() {
        return Rows.ofAnImport(platform.now());
    }

    protected final UnenrolmentAnswer settle(UnenrolmentRequest request) {
        return platform.settler().settle(List.of(request)).get(0);
    }

    /** The platform of the test, as {@link #emptyPlatform()} has made it. */
    protected PlatformUnderTest platform() {
        return platform;
    }

    private List<UnenrolmentAnswer> atTheSameMoment(UnenrolmentRequest... requests)
            throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(requests.length);
        try {
            List<Callable<UnenrolmentAnswer>> calls =
                    Arrays.stream(requests)
                            .map(request -> (Callable<UnenrolmentAnswer>) () -> settle(request))
                            .toList();
            List<Future<UnenrolmentAnswer>> answers = workers.invokeAll(calls);
            return List.of(
                    answers.stream()
                            .map(RowSettlerContract::get)
                            .toArray(UnenrolmentAnswer[]::new));
        } finally {
            workers.shutdown();
        }
    }

    private static UnenrolmentAnswer get(Future<UnenrolmentAnswer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
