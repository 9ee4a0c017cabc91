package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.OUTCOMES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.Ledger.REVISION;
import static org.unenrol.ledger.OutcomeFixture.settled;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.ImportState;
import org.unenrol.model.OutcomeCode;

class OutcomeRevisionTests extends LedgerTestCase {

    private final UUID builder = UUID.randomUUID();

    @Test
    void countsWhatSaysThatAnEnrolmentHasEnded() {
        UUID id = anEndedImport();

        assertThat(REVISION.endings(id)).isEqualTo(2);
        assertThat(REVISION.endings(UUID.randomUUID())).isZero();
    }

    @Test
    void takesBackWhatThePlatformContradicts() {
        UUID id = anEndedImport();
        RESULTS.acquire(builder);

        assertThat(REVISION.takeBack(id, builder, List.of(1, 2, 3))).isEqualTo(1);

        assertThat(OUTCOMES.page(id, 0, 10))
                .extracting(RecordedOutcome::row)
                .containsExactly(1, 2, 4);
        assertThat(find(id).progress().outcomes())
                .isEqualTo(
                        Map.of(
                                OutcomeCode.UNENROLLED,
                                1,
                                OutcomeCode.UNENROLLED_COMPLETION_KEPT,
                                1,
                                OutcomeCode.NOT_ENROLLED,
                                1));
        assertThat(find(id).progress().received()).isEqualTo(3);
        assertThat(find(id).state()).isEqualTo(ImportState.PROCESSING);
    }

    @Test
    void isCompleteAgainWithTheRightOutcome() {
        UUID id = anEndedImport();
        RESULTS.acquire(builder);
        REVISION.takeBack(id, builder, List.of(1, 2, 3));

        assertThat(RECORDER.record(List.of(unenrolled(id, 3)))).isEqualTo(Set.of(id));

        assertThat(REVISION.endings(id)).isEqualTo(3);
        assertThat(RESULTS.acquire(builder)).isPresent();
    }

    @Test
    void takesNothingBackWhereAllOutcomesAgree() {
        UUID id = anEndedImport();
        RESULTS.acquire(builder);

        assertThat(REVISION.takeBack(id, builder, List.of(1, 2))).isZero();

        assertThat(find(id).state()).isEqualTo(ImportState.BUILDING_RESULTS);
    }

    @Test
    void takesNothingBackForABuilderThatHasLostTheImport() {
        UUID id = anEndedImport();
        RESULTS.acquire(builder);

        assertThat(REVISION.takeBack(id, UUID.randomUUID(), List.of(3))).isZero();

        assertThat(find(id).progress().received()).isEqualTo(4);
    }

    /** The third and the fourth row say that nothing has been ended. */
    private static UUID anEndedImport() {
        UUID id = anImport().ofRows(4).submitted();
        RECORDER.record(
                List.of(
                        unenrolled(id, 1),
                        settled(id, 2, OutcomeCode.UNENROLLED_COMPLETION_KEPT),
                        settled(id, 3, OutcomeCode.ACTIVITY_NOT_RECOGNISED),
                        settled(id, 4, OutcomeCode.NOT_ENROLLED)));
        return id;
    }
}
