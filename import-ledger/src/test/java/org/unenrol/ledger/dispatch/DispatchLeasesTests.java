package org.unenrol.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.LEASE;
import static org.unenrol.ledger.Ledger.LEASES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.LedgerDatabase.letPass;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.Mode;

class DispatchLeasesTests extends LedgerTestCase {

    private final UUID owner = UUID.randomUUID();
    private final UUID successor = UUID.randomUUID();

    @Test
    void handsOverWhatADispatcherNeedsToKnow() {
        UUID id = anImport().ofRows(7).verifyOnly().submitted();

        DispatchOrder order = LEASES.acquire(owner).orElseThrow();

        assertThat(order.importId()).isEqualTo(id);
        assertThat(order.mode()).isEqualTo(Mode.VERIFY_ONLY);
        assertThat(order.rows()).isEqualTo(7);
        assertThat(order.dispatchedThrough()).isZero();
        assertThat(order.charset()).isEqualTo("UTF-8");
        assertThat(order.submittedBy()).isEqualTo("global.admin");
        assertThat(order.submittedAt()).isEqualTo(find(id).submittedAt());
        assertThat(order.uploadFile()).isEqualTo(find(id).uploadFile());
    }

    @Test
    void givesAnImportToOneOwnerOnly() {
        anImport().submitted();

        assertThat(LEASES.acquire(owner)).isPresent();
        assertThat(LEASES.acquire(successor)).isEmpty();
        assertThat(LEASES.acquire(owner)).isEmpty();
    }

    @Test
    void givesTwoDispatchersTwoImportsAtTheSameMoment() throws Exception {
        UUID older = anImport().submitted();
        UUID newer = anImport().submitted();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            TRANSACTION.executeWithoutResult(
                    transaction -> {
                        assertThat(imported(LEASES.acquire(owner))).contains(older);
                        Future<Optional<UUID>> second =
                                other.submit(() -> imported(LEASES.acquire(successor)));
                        assertThat(second)
                                .succeedsWithin(Duration.ofSeconds(20))
                                .isEqualTo(Optional.of(newer));
                    });
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void runsByTheClockOfTheDatabase() {
        anImport().submitted();

        LEASES.acquire(owner);

        assertThat(secondsLeft()).isCloseTo((double) LEASE.toSeconds(), within(10.0));
    }

    @Test
    void letsALeaseOfLessThanASecondRunItsTime() {
        anImport().submitted();

        TRANSACTION.executeWithoutResult(
                transaction -> {
                    new DispatchLeases(JDBC, Duration.ofMillis(400)).acquire(owner);
                    assertThat(secondsLeft()).isEqualTo(0.4);
                });
    }

    @Test
    void keepsALeaseThatIsRenewedAtEachTurn() {
        UUID id = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);

        letPass(LEASE.minusSeconds(5));
        assertThat(LEASES.advance(id, owner, 0, 3)).isPresent();
        letPass(LEASE.minusSeconds(5));

        assertThat(LEASES.acquire(successor)).isEmpty();
    }

    @Test
    void passesToASuccessorWhoBeginsAfterTheLastConfirmedRow() {
        UUID id = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);
        LEASES.advance(id, owner, 0, 4);
        LEASES.advance(id, owner, 3, 6);

        letPass(LEASE.plusSeconds(1));

        assertThat(LEASES.acquire(successor)).map(DispatchOrder::dispatchedThrough).contains(3);
    }

    @Test
    void takesTheImportFromAnOwnerThatWasSilentForTooLong() {
        UUID id = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);

        letPass(LEASE.plusSeconds(1));

        assertThat(LEASES.advance(id, owner, 3, 6)).isEmpty();
        assertThat(imported(LEASES.acquire(successor))).contains(id);
        assertThat(LEASES.advance(id, owner, 3, 6)).isEmpty();
        assertThat(LEASES.advance(id, successor, 0, 6))
                .contains(new DispatchProgress(6, 9, 0, false));
    }

    @Test
    void neverClaimsBeyondTheTarget() {
        UUID id = anImport().ofRows(5).submitted();
        LEASES.acquire(owner);

        assertThat(LEASES.advance(id, owner, 0, 100))
                .contains(new DispatchProgress(5, 5, 0, false));
    }

    @Test
    void neverTakesBackWhatWasClaimedOrConfirmed() {
        UUID id = anImport().ofRows(5).submitted();
        LEASES.acquire(owner);
        LEASES.advance(id, owner, 0, 4);
        LEASES.advance(id, owner, 4, 4);

        assertThat(LEASES.advance(id, owner, 1, 2)).contains(new DispatchProgress(4, 5, 0, false));

        LEASES.release(id, owner);
        assertThat(LEASES.acquire(successor)).map(DispatchOrder::dispatchedThrough).contains(4);
    }

    @Test
    void isFreeAtOnceAfterTheRelease() {
        UUID id = anImport().submitted();
        LEASES.acquire(owner);

        LEASES.release(id, owner);

        assertThat(LEASES.advance(id, owner, 0, 1)).isEmpty();
        assertThat(imported(LEASES.acquire(successor))).contains(id);
    }

    @Test
    void isReleasedByItsOwnerOnly() {
        UUID id = anImport().submitted();
        LEASES.acquire(owner);

        LEASES.release(id, successor);

        assertThat(LEASES.acquire(successor)).isEmpty();
        assertThat(LEASES.advance(id, owner, 0, 1)).isPresent();
    }

    @Test
    void beginsWithTheOldestImport() {
        UUID older = anImport().submitted();
        letPass(Duration.ofMinutes(1));
        anImport().submitted();

        assertThat(imported(LEASES.acquire(owner))).contains(older);
    }

    @Test
    void endsWithTheLastRowPublished() {
        UUID id = anImport().ofRows(5).dispatchedThrough(5);
        letPass(LEASE.plusSeconds(1));

        assertThat(LEASES.acquire(successor)).as("of %s all is published", id).isEmpty();
    }

    @Test
    void endsWithTheImport() {
        UUID id = anImport().submitted();
        LEASES.acquire(owner);
        LEASES.advance(id, owner, 0, 1);

        RECORDER.record(List.of(unenrolled(id, 1)));

        assertThat(LEASES.advance(id, owner, 1, 1)).isEmpty();
        letPass(LEASE.plusSeconds(1));
        assertThat(LEASES.acquire(successor)).isEmpty();
    }

    private static Optional<UUID> imported(Optional<DispatchOrder> order) {
        return order.map(DispatchOrder::importId);
    }

    private static double secondsLeft() {
        return JDBC.sql("select extract(epoch from lease_until - now()) from imports.import")
                .query(Double.class)
                .single();
    }
}
