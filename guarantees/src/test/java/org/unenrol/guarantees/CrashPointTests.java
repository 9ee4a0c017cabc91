package org.unenrol.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.guarantees.weave.CrashPoint.*;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.trial.Run;
import org.unenrol.guarantees.trial.Run.Circumstances;
import org.unenrol.guarantees.trial.Trial;
import org.unenrol.guarantees.weave.CrashPoint;

/** Rounds in each of which up to one process of each service dies at a point of its own. */
class CrashPointTests {

    private static final int ROWS = 1_000;

    private static final List<List<CrashPoint>> ROUNDS =
            List.of(
                    List.of(AFTER_ACCEPTANCE, BEFORE_ENDING, BEFORE_RECORD_COMMIT),
                    List.of(BEFORE_ACCEPTANCE, BEFORE_ENDING_COMMIT, AFTER_RECORD_COMMIT),
                    List.of(BEFORE_CLAIM, AFTER_ENDING_COMMIT, BEFORE_RESULTS_KEPT),
                    List.of(AFTER_CLAIM, AFTER_OUTCOMES_ACKNOWLEDGED, BEFORE_END_COMMIT),
                    List.of(BEFORE_ROWS_SENT, AFTER_OFFSETS_COMMITTED, AFTER_END_COMMIT),
                    List.of(AFTER_ROWS_ACKNOWLEDGED, AFTER_FENCE_CLOSED),
                    List.of(AFTER_MAIL_TAKEN),
                    List.of(BEFORE_EVENT_MARKED));
    private static final List<CrashPoint> CANCELLED =
            List.of(BEFORE_REST_SETTLED, BEFORE_MAIL_MARKED);
    private static final List<CrashPoint> STALLED = List.of(AFTER_STALL_NOTED, AFTER_MAIL_MARKED);

    /**
     * Begins each round without waiting for the import of the one before; all are judged together.
     */
    @Test
    void nothingIsLostWhereverAProcessDies() throws Exception {
        Run run = new Run(SharedStage.get(), "CRASH_POINTS", 100);

        for (List<CrashPoint> points : ROUNDS) {
            dieAt(points, run, () -> run.apply(ROWS));
        }
        dieAt(CANCELLED, run, () -> cancelInTheMiddle(run));
        dieAt(STALLED, run, () -> Trial.RECORDS_DELETED.on(run));
        run.healed();
        Judgement verdict = run.judge(Duration.ofMinutes(2));

        assertThat(verdict.broken()).as(verdict.inWords()).isEmpty();
    }

    private static void dieAt(List<CrashPoint> points, Run run, Story story) throws Exception {
        points.forEach(run.stage().orders()::order);
        story.play();
        points.forEach(run.stage().orders()::awaitDeath);
    }

    private static void cancelInTheMiddle(Run run) {
        String id = run.apply(run.roster(20 * ROWS), Circumstances.DISTURBED);
        run.awaitProcessed(id, 1);
        run.administrator().cancel(id);
    }

    private interface Story {
        void play() throws Exception;
    }

    /** Those of requests have a trial, which is played at night. */
    @Test
    void leavesNoPointOut() {
        assertThat(
                        Stream.of(
                                        ROUNDS,
                                        List.of(CANCELLED, STALLED),
                                        List.of(CrashPoint.ofRequests()))
                                .flatMap(List::stream)
                                .flatMap(Collection::stream))
                .containsExactlyInAnyOrder(CrashPoint.values());
    }
}
