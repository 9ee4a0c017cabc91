package org.unenrol.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.trial.Run;
import org.unenrol.guarantees.trial.Trial;

/**
 * Quick trials: of messages, requests, garbage, the database and mails; {@code .ci/nightly} plays
 * them all.
 */
class TrialTests {

    @ParameterizedTest
    @EnumSource(
            names = {
                "CANCEL_IN_THE_MIDDLE",
                "TAKEN_BACK",
                "REPEATED_MESSAGES",
                "GARBAGE_THAT_IS_JSON",
                "FORGED_RECORDS",
                "DATABASE_CRASHES",
                "REQUESTS_REPEATED",
                "MAIL_CUT_BEFORE_THE_ANSWER"
            })
    @SuppressWarnings("EnumOrdinal") // a seed of its own for each
    void leavesEveryGuaranteeWhole(Trial trial) throws Exception {
        Run run = new Run(SharedStage.get(), trial.name(), trial.ordinal());

        trial.on(run);
        Judgement verdict = run.judge(Duration.ofMinutes(2));

        assertThat(verdict.broken()).as(verdict.inWords()).isEmpty();
    }
}
