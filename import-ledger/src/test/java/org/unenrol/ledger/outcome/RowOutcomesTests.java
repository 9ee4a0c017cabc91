package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.OUTCOMES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.OutcomeFixture.settled;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.util.List;
import java.util.UUID;
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
        assertThat(rows(0, 2)).containsExactly(1, 4);
        assertThat(rows(4, 2)).containsExactly(7, 9);
        assertThat(rows(9, 2)).containsExactly(12);
        assertThat(rows(12, 2)).isEmpty();
    }

    private List<Integer> rows(int after, int limit) {
        return OUTCOMES.page(id, after, limit).stream().map(RecordedOutcome::row).toList();
    }
}
