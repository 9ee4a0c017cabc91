package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.OUTCOMES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.OutcomeFixture.settled;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.OutcomeCode;

class RowOutcomesTests extends LedgerTestCase {

    private UUID id;

    @BeforeEach
    void settleSomeRowsOutOfOrder() {
        id = anImport().ofRows(20).submitted();
        UUID other = anImport().ofRows(20).submitted();
        RECORDER.record(
                List.of(
                        unenrolled(id, 12),
                        unenrolled(other, 3),
                        settled(id, 4, OutcomeCode.DUPLICATE),
                        unenrolled(id, 1),
                        settled(id, 9, OutcomeCode.DUPLICATE),
                        unenrolled(id, 7)));
    }

    @Test
    void comePageByPageInRowOrder() {
        assertThat(rows(null, 0, 2)).containsExactly(1, 4);
        assertThat(rows(null, 4, 2)).containsExactly(7, 9);
        assertThat(rows(null, 9, 2)).containsExactly(12);
        assertThat(rows(null, 12, 2)).isEmpty();
    }

    @Test
    void comeFilteredByTheirCode() {
        assertThat(rows(OutcomeCode.DUPLICATE, 0, 1)).containsExactly(4);
        assertThat(rows(OutcomeCode.DUPLICATE, 4, 5)).containsExactly(9);
        assertThat(rows(OutcomeCode.INVALID_ROW, 0, 5)).isEmpty();
    }

    @Test
    void knowWhereThePageBeforeBegins() {
        assertThat(OUTCOMES.pageBefore(id, null, 12, 2)).isEqualTo(7);
        assertThat(OUTCOMES.pageBefore(id, null, 9, 2)).isEqualTo(4);
        assertThat(OUTCOMES.pageBefore(id, null, 4, 2)).isZero();
        assertThat(OUTCOMES.pageBefore(id, OutcomeCode.DUPLICATE, 9, 1)).isEqualTo(4);
    }

    private List<Integer> rows(@Nullable OutcomeCode code, int after, int limit) {
        return OUTCOMES.page(id, code, after, limit).stream().map(RecordedOutcome::row).toList();
    }
}
