package org.unenrol.worker.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.model.Detail;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowFault;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Match;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;

class VerdictTests {

    private static final Match<Learner> AMELIA =
            new Match.Known<>("17", new Learner("amelia", "Amelia", "amelia@example.org", "de"));
    private static final Match<Activity> FIRE = fire(Activity.Kind.COURSE);
    private static final Detail UNKNOWN_USERNAME = new Detail.UnknownUsername("amelie", List.of());
    private static final Detail UNKNOWN_REFERENCE =
            new Detail.UnknownReference("FIRE-2026", List.of());

    @ParameterizedTest
    @CsvSource({
        "APPLY, ENROLLED, UNENROLLED",
        "VERIFY_ONLY, ENROLLED, READY",
        "APPLY, ENROLLED_COMPLETION_KEPT, UNENROLLED_COMPLETION_KEPT",
        "VERIFY_ONLY, ENROLLED_COMPLETION_KEPT, READY_COMPLETION_KEPT",
        "APPLY, NOT_ENROLLED, NOT_ENROLLED",
        "APPLY, ENROLLED_SINCE_SUBMISSION, NOT_ENROLLED",
        "APPLY, STILL_ENROLLED, STILL_ENROLLED",
        "APPLY, REFUSED, SYSTEM_ERROR",
        "APPLY, NOT_AS_VERIFIED, CHANGED_SINCE_VERIFICATION"
    })
    void saysWhatTheStandingMeansInTheMode(Mode mode, Standing standing, OutcomeCode code) {
        UnenrolRow row = row(mode, List.of(), null);

        RowOutcome outcome = Verdict.of(row, answer(row, AMELIA, FIRE, true, standing));

        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.id()).isEqualTo(row.id());
        assertThat(outcome.line()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"COURSE, COURSE", "SESSION, SESSION"})
    void tellsWhatWasCompletedAndIsKept(Activity.Kind kind, Detail.CompletionKept.Of kept) {
        UnenrolRow row = row(Mode.APPLY, List.of(), null);

        RowOutcome outcome =
                Verdict.of(
                        row,
                        answer(row, AMELIA, fire(kind), true, Standing.ENROLLED_COMPLETION_KEPT));

        assertThat(outcome.details()).containsExactly(new Detail.CompletionKept(kept));
    }

    @Test
    void namesAllFaultsOfARowTheFirstOneForItsCode() {
        RowFault fault = RowFault.of(RowFault.Kind.EMAIL_CHOICE_UNREADABLE);
        UnenrolRow row = row(Mode.APPLY, List.of(fault), 2);

        RowOutcome outcome =
                Verdict.of(
                        row,
                        answer(
                                row,
                                new Match.Unknown<>("amelie"),
                                new Match.Unknown<>("FIRE-2026"),
                                false,
                                null));

        assertThat(outcome.code()).isEqualTo(OutcomeCode.INVALID_ROW);
        assertThat(outcome.details())
                .containsExactly(
                        fault, UNKNOWN_USERNAME, UNKNOWN_REFERENCE, new Detail.DuplicateOf(3));
        assertThat(outcome.notice()).isNull();
    }

    @Test
    void asksWhetherTheNearUsernameOrReferenceWasMeant() {
        UnenrolRow row = row(Mode.VERIFY_ONLY, List.of(), null);

        RowOutcome username =
                Verdict.of(row, answer(row, new Match.Unknown<>("amelie"), FIRE, true, null));
        RowOutcome reference =
                Verdict.of(row, answer(row, AMELIA, new Match.Unknown<>("FIRE-2026"), false, null));

        assertThat(username.code()).isEqualTo(OutcomeCode.USERNAME_NOT_RECOGNISED);
        assertThat(username.details()).containsExactly(UNKNOWN_USERNAME);
        assertThat(reference.code()).isEqualTo(OutcomeCode.ACTIVITY_NOT_RECOGNISED);
        assertThat(reference.details()).containsExactly(UNKNOWN_REFERENCE);
    }

    @Test
    void saysWhoMayNotManageTheActivityAndWhichRowCounts() {
        UnenrolRow row = row(Mode.APPLY, List.of(), null);
        UnenrolRow repeated = row(Mode.APPLY, List.of(), 2);

        RowOutcome foreign = Verdict.of(row, answer(row, AMELIA, FIRE, false, null));
        RowOutcome duplicate = Verdict.of(repeated, answer(repeated, AMELIA, FIRE, true, null));

        assertThat(foreign.code()).isEqualTo(OutcomeCode.NOT_PERMITTED);
        assertThat(foreign.details()).containsExactly(new Detail.NotPermitted());
        assertThat(duplicate.code()).isEqualTo(OutcomeCode.DUPLICATE);
        assertThat(duplicate.details()).containsExactly(new Detail.DuplicateOf(3));
    }

    @Test
    void showsTheRowWithThePersonAndTheTitleThatItNames() {
        UnenrolRow row = row(Mode.APPLY, List.of(), null);

        RowOutcome outcome = Verdict.of(row, answer(row, AMELIA, FIRE, true, Standing.ENROLLED));

        assertThat(outcome.content())
                .isEqualTo(new RowContent("amelia", "FIRE", "Yes", "Amelia", "Fire drill"));
        assertThat(outcome.meaning()).isEqualTo(new Meaning("17", "42"));
    }

    @Test
    void showsWhoIsMeantAlsoWhereTheReferenceIsWrong() {
        UnenrolRow row = row(Mode.VERIFY_ONLY, List.of(), null);

        RowOutcome outcome =
                Verdict.of(row, answer(row, AMELIA, new Match.Unknown<>(null), false, null));

        assertThat(outcome.content())
                .isEqualTo(new RowContent("amelia", "FIRE", "Yes", "Amelia", null));
    }

    @Test
    void showsNeitherPersonNorTitleOfAnActivityOfOthers() {
        UnenrolRow row = row(Mode.APPLY, List.of(), null);

        RowOutcome outcome = Verdict.of(row, answer(row, AMELIA, FIRE, false, null));

        assertThat(outcome.content())
                .isEqualTo(new RowContent("amelia", "FIRE", "Yes", null, null));
    }

    private static Match<Activity> fire(Activity.Kind kind) {
        return new Match.Known<>("42", new Activity("FIRE", "Fire drill", kind, "Safety"));
    }

    private static UnenrolmentAnswer answer(
            UnenrolRow row,
            Match<Learner> username,
            Match<Activity> reference,
            boolean permitted,
            @Nullable Standing standing) {
        return new UnenrolmentAnswer(row.id(), username, reference, permitted, standing, null);
    }

    private static UnenrolRow row(Mode mode, List<RowFault> faults, @Nullable Integer earlier) {
        return new UnenrolRow(
                UUID.randomUUID(),
                4,
                5,
                5,
                mode,
                Instant.EPOCH,
                "global.admin",
                "amelia",
                "FIRE",
                EmailChoice.YES,
                faults,
                earlier,
                null,
                null,
                null);
    }
}
