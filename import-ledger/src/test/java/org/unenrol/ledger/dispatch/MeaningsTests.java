package org.unenrol.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.Ledger.LEASES;
import static org.unenrol.ledger.Ledger.MEANINGS;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.SERVER;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;
import static org.unenrol.ledger.OutcomeFixture.verified;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.Submitter;
import org.unenrol.model.Meaning;

class MeaningsTests extends LedgerTestCase {

    private static final Meaning AMELIA = new Meaning("17", "42");
    private static final Meaning SOMEBODY = new Meaning(null, "42");

    @Test
    void areKeptWithTheOutcomesOfAVerification() {
        UUID id = verification();

        assertThat(MEANINGS.between(id, 1, 2)).isEqualTo(Map.of(1, AMELIA, 2, SOMEBODY));
        assertThat(MEANINGS.between(id, 2, 9)).containsOnlyKeys(2, 3);
        assertThat(MEANINGS.between(UUID.randomUUID(), 1, 9)).isEmpty();
    }

    @Test
    void areUnknownForRowsThatHaveNone() {
        UUID id = anImport().ofRows(2).submitted();
        RECORDER.record(List.of(unenrolled(id, 1)));

        assertThat(MEANINGS.between(id, 1, 2)).isEqualTo(Map.of(1, new Meaning(null, null)));
    }

    @Test
    void areFoundByWhoeverDispatchesTheImportThatAppliesThem() {
        UUID verification = verification();
        RESULTS.complete(verification, FILES.create().id());
        IMPORTS.apply(verification, new Submitter("ada", "Ada", "ada@example.com", "en"), null);

        DispatchOrder order = LEASES.acquire(UUID.randomUUID()).orElseThrow();

        assertThat(order.verifiedBy()).isEqualTo(verification);
        assertThat(Duration.between(order.at(), SERVER.now()))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    private static UUID verification() {
        UUID id = anImport().ofRows(3).verifyOnly().submitted();
        RECORDER.record(
                List.of(
                        verified(id, 1, AMELIA),
                        verified(id, 2, SOMEBODY),
                        verified(id, 3, AMELIA)));
        return id;
    }
}
