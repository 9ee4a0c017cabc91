package org.unenrol.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.trial.Run;
import org.unenrol.guarantees.trial.Trial;

/** The trials that take a few seconds each; {@code guarantees/run trials} plays them all. */
class TrialTests {

    @ParameterizedTest
    @EnumSource(
            names = {
                "VERIFY_THEN_APPLY",
                "SAME_ENROLMENTS",
                "CANCEL_IN_THE_MIDDLE",
                "REPEATED_MESSAGES",
                "POISON",
                "ROWS_COME_AFTER_THE_END",
                "GARBAGE_THAT_IS_JSON",
                "PLATFORM_SLOW",
                "CLOCK_PUT_BACK",
                "LISTENERS_FAIL",
                "ROLLING_RESTART",
                "DATABASE_CRASHES",
                "DISK_FULL",
                "MAIL_DEFERRED",
                "MAIL_CUT_BEFORE_THE_ANSWER",
                "MAIL_ACCEPTED_LATE"
            })
    @SuppressWarnings("EnumOrdinal") // a seed of its own for each
    void leavesEveryGuaranteeWhole(Trial trial) throws Exception {
        Run run = new Run(SharedStage.get(), trial.name(), trial.ordinal());

        trial.on(run);
        Judgement verdict = run.judge(Duration.ofMinutes(2));

        assertThat(verdict.broken()).as(verdict.inWords()).isEmpty();
    }
}
