package org.unenrol.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.guarantees.weave.CrashPoint.*;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unenrol.guarantees.check.Verdict;
import org.unenrol.guarantees.trial.Run;
import org.unenrol.guarantees.trial.Run.Circumstances;
import org.unenrol.guarantees.trial.Trial;
import org.unenrol.guarantees.weave.CrashPoint;

/** In each round up to one process of each service dies at a point of its own. */
@Tag("long")
class CrashPointTests {

    private static final int ROWS = 1_000;

    enum Round {
        ONE(AFTER_ACCEPTANCE, BEFORE_ENDING, BEFORE_RECORD_COMMIT),
        TWO(BEFORE_ACCEPTANCE, BEFORE_ENDING_COMMIT, AFTER_RECORD_COMMIT),
        THREE(BEFORE_CLAIM, AFTER_ENDING_COMMIT, BEFORE_RESULTS_KEPT),
        FOUR(AFTER_CLAIM, AFTER_OUTCOMES_ACKNOWLEDGED, BEFORE_END_COMMIT),
        FIVE(BEFORE_ROWS_SENT, AFTER_OFFSETS_COMMITTED, AFTER_END_COMMIT),
        SIX(AFTER_ROWS_ACKNOWLEDGED, AFTER_MAIL_TAKEN),
        SEVEN(BEFORE_EVENT_MARKED),
        CANCELLED(BEFORE_REST_SETTLED, BEFORE_MAIL_MARKED) {
            @Override
            void play(Run run) {
                String id = run.apply(run.roster(20 * ROWS), Circumstances.DISTURBED);
                run.awaitProcessed(id, 1);
                run.administrator().cancel(id);
            }
        },
        STALLED(AFTER_STALL_NOTED, AFTER_MAIL_MARKED) {
            @Override
            void play(Run run) throws Exception {
                Trial.RECORDS_DELETED.on(run);
            }
        };

        @SuppressWarnings("ImmutableEnumChecker") // never changed after it has been made
        private final List<CrashPoint> points;

        Round(CrashPoint... points) {
            this.points = List.of(points);
        }

        void play(Run run) throws Exception {
            run.apply(ROWS);
        }
    }

    @ParameterizedTest
    @EnumSource
    @SuppressWarnings("EnumOrdinal") // a seed of its own for each
    void losesNothingWhereverAProcessDies(Round round) throws Exception {
        Run run = new Run(SharedStage.get(), "CRASH_" + round.name(), 100 + round.ordinal());
        round.points.forEach(run.stage().orders()::order);

        round.play(run);
        round.points.forEach(run.stage().orders()::awaitDeath);
        run.healed();
        Verdict verdict = run.judge(Duration.ofMinutes(2));

        assertThat(verdict.broken()).as(verdict.inWords()).isEmpty();
    }

    @Test
    void leavesNoPointOut() {
        assertThat(Arrays.stream(Round.values()).flatMap(round -> round.points.stream()))
                .containsExactlyInAnyOrder(CrashPoint.values());
    }
}
