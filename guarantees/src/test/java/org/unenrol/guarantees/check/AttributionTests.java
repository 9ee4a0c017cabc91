package org.unenrol.guarantees.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unenrol.guarantees.check.Evidence.Change;
import org.unenrol.guarantees.check.Evidence.Change.Kind;

class AttributionTests {

    @Test
    void findsTheRowThatSaysSo() {
        assertThat(judge(ending(7, "ann")).broken()).isEmpty();
    }

    @Test
    void findsThatARowHasEndedTwoPeriods() {
        assertThat(judge(ending(7, "ann"), ending(8, "ann")).broken()).contains("I2 once");
    }

    @Test
    void findsThatARowSaysTheOpposite() {
        assertThat(judge(ending(7, "ann"), ending(8, "bob")).broken()).contains("I3 agree");
        assertThat(judge().broken()).contains("I3 agree");
    }

    private static Judgement judge(Change... changes) {
        SoundEvidence evidence = new SoundEvidence();
        List<Change> attributed =
                new Attribution(evidence.evidence().imports()).of(Stream.of(changes).toList());
        return Judgement.on(evidence.changes(attributed).evidence());
    }

    private static Change ending(long period, String learner) {
        return new Change("enrolment", Kind.ENDED, period, null, learner, "COURSE", null);
    }
}
