package org.unenrol.ledger.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.OutcomeFixture.noticed;
import static org.unenrol.model.OutcomeCode.DUPLICATE;
import static org.unenrol.model.OutcomeCode.NOT_ENROLLED;
import static org.unenrol.model.OutcomeCode.NOT_PERMITTED;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.READY_COMPLETION_KEPT;
import static org.unenrol.model.OutcomeCode.USERNAME_NOT_RECOGNISED;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.Meaning;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowOutcome;

class ImpactCountsTests extends LedgerTestCase {

    private static final ImpactCounts COUNTS = new ImpactCounts(JDBC);

    private UUID id;

    @BeforeEach
    void verify() {
        id = anImport().verifyOnly().ofRows(9).submitted();
        RECORDER.record(
                List.of(
                        row(1, READY, "amelia", "fire", "Yes"),
                        row(2, READY_COMPLETION_KEPT, "omar", "fire", "No"),
                        row(3, READY, "amelia", "aid", "Yes"),
                        row(4, NOT_ENROLLED, "zoe", "aid", "Yes"),
                        row(5, NOT_ENROLLED, "zoe", "law", "No"),
                        row(6, DUPLICATE, "amelia", "fire", "Yes"),
                        row(7, USERNAME_NOT_RECOGNISED, null, "fire", "Yes"),
                        row(8, READY, "zoe", "fire", "No"),
                        row(9, NOT_PERMITTED, "zoe", "secret", "Yes")));
    }

    @Test
    void areOfEachActivityThatSomebodyLeavesOrIsMailedOfOrMightBe() {
        assertThat(COUNTS.activities(id))
                .containsExactly(
                        new ActivityCount("fire", "FIRE", "The fire", 3, 1, 0, 0),
                        new ActivityCount("aid", "AID", "The aid", 1, 1, 1, 0),
                        new ActivityCount("secret", "SECRET", "The secret", 0, 0, 0, 1));
    }

    @Test
    void countALearnerOnceHoweverManyActivitiesTheyLeave() {
        assertThat(COUNTS.learners(id, List.of("fire", "aid"))).isEqualTo(3);
        assertThat(COUNTS.learners(id, List.of("aid"))).isEqualTo(1);
        assertThat(COUNTS.learners(id, List.of())).isZero();
    }

    @Test
    void tellWhoHasBeenMailedByARealRunOfTheSameBytes() {
        assertThat(COUNTS.mailedBefore(id)).isZero();
        UUID applied = anImport().ofRows(8).submitted();
        sameBytes(applied);
        RECORDER.record(List.of(noticed(applied, 1), noticed(applied, 2), noticed(applied, 6)));
        UUID other = anImport().ofRows(8).submitted();
        RECORDER.record(List.of(noticed(other, 3)));

        assertThat(COUNTS.mailedBefore(id)).isEqualTo(1);
    }

    private void sameBytes(UUID applied) {
        JDBC.sql(
                        """
                        update imports.import set sha256 = repeat('e', 64)
                        where id = :id or id = :applied
                        """)
                .param("id", id)
                .param("applied", applied)
                .update();
    }

    private RowOutcome row(
            int row, OutcomeCode code, @Nullable String learner, String activity, String email) {
        return new RowOutcome(
                id,
                row,
                row + 1L,
                code,
                List.of(),
                null,
                new Meaning(learner, activity),
                new RowContent(
                        learner,
                        activity.toUpperCase(Locale.ROOT),
                        email,
                        learner,
                        "The " + activity));
    }
}
