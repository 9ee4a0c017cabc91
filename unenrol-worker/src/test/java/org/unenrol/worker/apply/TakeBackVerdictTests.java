package org.unenrol.worker.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unenrol.model.Detail;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Match;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;

class TakeBackVerdictTests {

    private static final Map<Standing, Detail> REASONS =
            Map.of(
                    Standing.ALREADY_ENROLLED, new Detail.AlreadyEnrolled(),
                    Standing.ENDED_SINCE, new Detail.EndedSince(),
                    Standing.NOTHING_TO_TAKE_BACK, new Detail.NothingToTakeBack(),
                    Standing.NOT_AS_VERIFIED, new Detail.MeansAnother(),
                    Standing.REFUSED, new Detail.Refused("locked"));

    @Test
    void saysThatAPlaceHasBeenGivenBack() {
        RowOutcome outcome = Verdict.of(row(EmailChoice.NO), answer(Standing.REENROLLED, true));

        assertThat(outcome.code()).isEqualTo(OutcomeCode.REENROLLED);
        assertThat(outcome.details()).isEmpty();
        assertThat(outcome.notice()).isNull();
    }

    @Test
    void isToldToALearnerWhoseRowSaysSo() {
        RowOutcome outcome = Verdict.of(row(EmailChoice.YES), answer(Standing.REENROLLED, true));

        assertThat(outcome.notice())
                .extracting(RowOutcome.LearnerNotice::place)
                .isEqualTo(RowOutcome.Place.GIVEN_BACK);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ALREADY_ENROLLED",
                "ENDED_SINCE",
                "NOTHING_TO_TAKE_BACK",
                "NOT_AS_VERIFIED",
                "REFUSED"
            })
    void saysWhyAPlaceHasNot(Standing standing) {
        RowOutcome outcome = Verdict.of(row(EmailChoice.YES), answer(standing, true));

        assertThat(outcome.code()).isEqualTo(OutcomeCode.NOT_REENROLLED);
        assertThat(outcome.details()).containsExactly(REASONS.get(standing));
        assertThat(outcome.notice()).isNull();
    }

    @Test
    void saysThatTheActivityIsSomebodyElses() {
        assertThat(Verdict.of(row(EmailChoice.NO), answer(null, false)).details())
                .containsExactly(new Detail.NotPermitted());
    }

    private static UnenrolRow row(EmailChoice email) {
        return new UnenrolRow(
                UUID.randomUUID(),
                1,
                2,
                2,
                Mode.TAKE_BACK,
                Instant.EPOCH,
                "ada",
                "amelia",
                "FIRE",
                email,
                List.of(),
                null,
                null,
                null,
                null,
                new RowId(UUID.randomUUID(), 7));
    }

    private static UnenrolmentAnswer answer(@Nullable Standing standing, boolean permitted) {
        return new UnenrolmentAnswer(
                new RowId(UUID.randomUUID(), 1),
                new Match.Known<>("1", new Learner("amelia", "Amelia", "a@example.org", "en")),
                new Match.Known<>(
                        "2", new Activity("FIRE", "Fire", Activity.Kind.COURSE, "Safety")),
                permitted,
                standing,
                standing == Standing.REFUSED ? "locked" : null);
    }
}
