package org.unenrol.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.mutant.Hunt;

/** The cheapest mutants; {@code guarantees/run mutants} shows them all. */
@Tag("long")
class MutantTests {

    @ParameterizedTest
    @EnumSource(names = {"OTHER_LINE_ENDS", "MARKS_BEFORE_SENDING", "BELIEVES_ANYBODY"})
    void areFoundByTheGuaranteeThatTheyBreak(Hunt hunt) throws Exception {
        Judgement verdict = hunt.withMutant(SharedStage.get());

        assertThat(verdict.broken())
                .as(verdict.inWords())
                .anyMatch(name -> name.startsWith(hunt.guarantee() + " "));
    }
}
