package org.unenrol.worker.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.model.Detail;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.RowOutcome.LearnerNotice;
import org.unenrol.model.RowOutcome.Place;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Match;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;

class LearnerNoticeTests {

    private static final UnenrolRow ROW =
            new UnenrolRow(
                    UUID.randomUUID(),
                    1,
                    2,
                    2,
                    Mode.APPLY,
                    Instant.EPOCH,
                    "global.admin",
                    "amelia",
                    "FIRE",
                    EmailChoice.YES,
                    List.of(),
                    null,
                    null,
                    null,
                    null);

    @ParameterizedTest
    @CsvSource({
        "ENROLLED, LEFT",
        "ENROLLED_COMPLETION_KEPT, LEFT",
        "NOT_ENROLLED, LEFT",
        "ENROLLED_SINCE_SUBMISSION, KEPT"
    })
    void saysWhetherTheLearnerKeepsThePlace(Standing standing, Place place) {
        assertThat(Verdict.of(ROW, answer(standing)).notice())
                .isEqualTo(
                        new LearnerNotice(
                                "amelia@example.org", "Amelia", "de", "Fire drill", place));
    }

    @Test
    void isNotDueWhereThePlatformKeepsThePlace() {
        RowOutcome kept = Verdict.of(ROW, answer(Standing.STILL_ENROLLED));
        RowOutcome refused = Verdict.of(ROW, answer(Standing.REFUSED));

        assertThat(kept.code()).isEqualTo(OutcomeCode.STILL_ENROLLED);
        assertThat(kept.details()).containsExactly(new Detail.HeldBy("cohort"));
        assertThat(kept.notice()).isNull();
        assertThat(refused.code()).isEqualTo(OutcomeCode.SYSTEM_ERROR);
        assertThat(refused.details()).containsExactly(new Detail.Refused("cohort"));
        assertThat(refused.notice()).isNull();
    }

    @Test
    void isNotDueForARowThatIsHeldBack() {
        RowOutcome outcome = Verdict.of(ROW, answer(Standing.NOT_AS_VERIFIED));

        assertThat(outcome.code()).isEqualTo(OutcomeCode.CHANGED_SINCE_VERIFICATION);
        assertThat(outcome.notice()).isNull();
    }

    private static UnenrolmentAnswer answer(Standing standing) {
        return new UnenrolmentAnswer(
                ROW.id(),
                new Match.Known<>(
                        "17", new Learner("amelia", "Amelia", "amelia@example.org", "de")),
                new Match.Known<>(
                        "42", new Activity("FIRE", "Fire drill", Activity.Kind.COURSE, "Safety")),
                true,
                standing,
                "cohort");
    }
}
