package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.Ledger.LEASES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.Ledger.advance;
import static org.unenrol.ledger.Ledger.progress;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;
import static org.unenrol.ledger.OutcomeFixture.settled;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.model.ImportState;
import org.unenrol.model.OutcomeCode;

class CancelTests extends LedgerTestCase {

    private static final String WHO = "content.admin";

    private final UUID dispatcher = UUID.randomUUID();

    @Test
    void stopsAtWhatWasClaimed() {
        UUID id = anImport().ofRows(10).submitted();
        LEASES.acquire(dispatcher);
        advance(id, dispatcher, 0, 4);

        assertThat(IMPORTS.cancel(id, WHO)).isTrue();

        assertThat(advance(id, dispatcher, 4, 8)).contains(4);
        assertThat(progress(id, dispatcher).target()).isEqualTo(4);
        assertThat(progress(id, dispatcher).restToSettle()).isTrue();
    }

    @Test
    void leavesNothingToDispatchWhenNothingWasClaimed() {
        UUID id = anImport().ofRows(10).submitted();

        IMPORTS.cancel(id, WHO);

        LEASES.acquire(dispatcher);
        assertThat(advance(id, dispatcher, 0, 10)).contains(0);
        assertThat(progress(id, dispatcher).restToSettle()).isTrue();
    }

    @Test
    void isHandedToADispatcherUntilTheRestIsSettled() {
        UUID id = anImport().ofRows(10).dispatchedThrough(10);
        JDBC.sql("update imports.dispatch set lease_owner = null, lease_until = null").update();
        assertThat(LEASES.acquire(dispatcher)).isEmpty();

        IMPORTS.cancel(id, WHO);

        assertThat(LEASES.acquire(dispatcher)).map(DispatchOrder::importId).contains(id);
        LEASES.restSettled(id);
        LEASES.release(id, dispatcher);
        assertThat(LEASES.acquire(dispatcher)).isEmpty();
    }

    @Test
    void isDoneOnceTheRestIsSettled() {
        UUID id = anImport().ofRows(10).submitted();
        LEASES.acquire(dispatcher);
        advance(id, dispatcher, 0, 4);
        IMPORTS.cancel(id, WHO);
        advance(id, dispatcher, 3, 4);
        LEASES.restSettled(id);
        assertThat(progress(id, dispatcher).isDone()).isFalse();

        advance(id, dispatcher, 4, 4);

        assertThat(progress(id, dispatcher).isDone()).isTrue();
    }

    @Test
    void isNotDoneBeforeTheRestIsSettled() {
        UUID id = anImport().ofRows(10).submitted();
        LEASES.acquire(dispatcher);
        advance(id, dispatcher, 0, 4);
        IMPORTS.cancel(id, WHO);
        advance(id, dispatcher, 4, 4);

        assertThat(progress(id, dispatcher).isDone()).isFalse();
    }

    @Test
    void settlesNoRestOfAnImportThatIsNotCancelled() {
        UUID id = anImport().ofRows(10).submitted();

        LEASES.restSettled(id);

        IMPORTS.cancel(id, WHO);
        assertThat(LEASES.acquire(dispatcher)).map(DispatchOrder::importId).contains(id);
    }

    @Test
    void countsOnceHoweverOftenItIsAskedFor() {
        UUID id = anImport().submitted();

        assertThat(IMPORTS.cancel(id, WHO)).isTrue();
        assertThat(IMPORTS.cancel(id, WHO)).isFalse();

        assertThat(
                        JDBC.sql(
                                        "select account from audit.entry where kind = 'IMPORT_CANCELLED' and import_id = ?")
                                .param(id)
                                .query(String.class)
                                .list())
                .containsExactly(WHO);
    }

    @Test
    void comesTooLateForAnImportWhoseRowsAllHaveTheirOutcome() {
        UUID settled = anImport().settledAs(OutcomeCode.UNENROLLED);
        UUID completed = anImport().completedAs(OutcomeCode.UNENROLLED);

        assertThat(List.of(settled, completed, UUID.randomUUID()))
                .allSatisfy(id -> assertThat(IMPORTS.cancel(id, WHO)).isFalse());
        assertThat(find(settled).progress().cancelRequestedAt()).isNull();
    }

    @Test
    void leavesAnImportCompletedWhoseRowsHadAllHadTheirTurn() {
        UUID id = anImport().ofRows(2).verifyOnly().dispatchedThrough(2);
        IMPORTS.cancel(id, WHO);
        RECORDER.record(
                List.of(settled(id, 1, OutcomeCode.READY), settled(id, 2, OutcomeCode.READY)));

        RESULTS.complete(id, FILES.create().id());

        assertThat(find(id).state()).isEqualTo(ImportState.COMPLETED);
        assertThat(find(id).isApplicable()).isTrue();
        assertThat(
                        JDBC.sql("select type from imports.import_event order by id")
                                .query(String.class)
                                .list())
                .containsExactly("ACCEPTED", "COMPLETED");
    }

    @Test
    void endsOnceAndAsCancelled() {
        UUID id = anImport().ofRows(2).dispatchedThrough(1);
        IMPORTS.cancel(id, WHO);
        UUID results = FILES.create().id();

        assertThat(RECORDER.record(List.of(unenrolled(id, 1)))).isEmpty();
        assertThat(RECORDER.record(List.of(settled(id, 2, OutcomeCode.NOT_PROCESSED))))
                .isEqualTo(Set.of(id));
        assertThat(RESULTS.complete(id, results)).isTrue();
        assertThat(RESULTS.complete(id, FILES.create().id())).isFalse();

        assertThat(IMPORTS.cancel(id, WHO)).isFalse();
        assertThat(find(id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(find(id).progress().resultsFile()).isEqualTo(results);
        assertThat(rowsOf("mail")).isEqualTo(1);
        assertThat(
                        JDBC.sql("select type from imports.import_event order by id")
                                .query(String.class)
                                .list())
                .containsExactly("ACCEPTED", "CANCELLED");
    }
}
