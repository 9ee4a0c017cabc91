package org.unenrol.ledger.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.LEASE;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.letPass;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.OutcomeCode;

class ResultsQueueTests extends LedgerTestCase {

    private final UUID builder = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();

    @Test
    void givesASmallImportBeforeALargeOne() {
        anImport().ofRows(3).settledAs(OutcomeCode.UNENROLLED);
        UUID small = anImport().ofRows(2).settledAs(OutcomeCode.UNENROLLED);
        anImport().submitted();

        assertThat(RESULTS.acquire(builder)).map(ResultsOrder::importId).contains(small);
        assertThat(RESULTS.acquire(another)).map(ResultsOrder::rows).contains(3);
        assertThat(RESULTS.acquire(another)).isEmpty();
    }

    @Test
    void givesAnImportAgainWhoseBuilderIsSilentForALease() {
        UUID id = anImport().settledAs(OutcomeCode.UNENROLLED);
        RESULTS.acquire(builder);
        letPass(LEASE.minusSeconds(1));
        assertThat(RESULTS.renew(id, builder)).isTrue();
        letPass(LEASE.minusSeconds(1));
        assertThat(RESULTS.acquire(another)).isEmpty();

        letPass(Duration.ofSeconds(2));

        assertThat(RESULTS.acquire(another)).map(ResultsOrder::importId).contains(id);
        assertThat(RESULTS.renew(id, builder)).isFalse();
    }
}
