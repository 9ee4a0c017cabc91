package org.unenrol.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.LEASE;
import static org.unenrol.ledger.Ledger.LEASES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.advance;
import static org.unenrol.ledger.Ledger.progress;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.LedgerDatabase.letPass;
import static org.unenrol.ledger.LedgerDatabase.lock;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        assertThat(order.uploadFile()).isEqualTo(find(id).file().upload());
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
        assertThat(advance(id, owner, 0, 3)).isPresent();
        letPass(LEASE.minusSeconds(5));

        assertThat(LEASES.acquire(successor)).isEmpty();
    }

    @Test
    void passesToASuccessorWhoBeginsAfterTheLastConfirmedRow() {
        UUID id = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);
        advance(id, owner, 0, 4);
        advance(id, owner, 3, 6);

        letPass(LEASE.plusSeconds(1));

        assertThat(LEASES.acquire(successor)).map(DispatchOrder::dispatchedThrough).contains(3);
    }

    @Test
    void takesTheImportFromAnOwnerThatWasSilentForTooLong() {
        UUID id = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);

        letPass(LEASE.plusSeconds(1));

        assertThat(advance(id, owner, 3, 6)).isEmpty();
        assertThat(imported(LEASES.acquire(successor))).contains(id);
        assertThat(advance(id, owner, 3, 6)).isEmpty();
        assertThat(advance(id, successor, 0, 6)).contains(6);
    }

    @Test
    void neverClaimsBeyondTheTarget() {
        UUID id = anImport().ofRows(5).submitted();
        LEASES.acquire(owner);

        assertThat(advance(id, owner, 0, 100)).contains(5);
    }

    @Test
    void neverTakesBackWhatWasClaimedOrConfirmed() {
        UUID id = anImport().ofRows(5).submitted();
        LEASES.acquire(owner);
        advance(id, owner, 0, 4);
        advance(id, owner, 4, 4);

        assertThat(advance(id, owner, 1, 2)).contains(4);

        LEASES.release(id, owner);
        assertThat(LEASES.acquire(successor)).map(DispatchOrder::dispatchedThrough).contains(4);
    }

    @Test
    void isFreeAtOnceAfterTheRelease() {
        UUID id = anImport().submitted();
        LEASES.acquire(owner);

        LEASES.release(id, owner);

        assertThat(advance(id, owner, 0, 1)).isEmpty();
        assertThat(imported(LEASES.acquire(successor))).contains(id);
    }

    @Test
    void isReleasedByItsOwnerOnly() {
        UUID id = anImport().submitted();
        LEASES.acquire(owner);

        LEASES.release(id, successor);

        assertThat(LEASES.acquire(successor)).isEmpty();
        assertThat(advance(id, owner, 0, 1)).isPresent();
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
        advance(id, owner, 0, 1);

        RECORDER.record(List.of(unenrolled(id, 1)));

        assertThat(advance(id, owner, 1, 1)).isEmpty();
        letPass(LEASE.plusSeconds(1));
        assertThat(LEASES.acquire(successor)).isEmpty();
    }

    @Test
    void goesToAnImportOfFewRowsFirst() {
        UUID large = anImport().ofRows(50_000).submitted();
        letPass(Duration.ofMinutes(1));
        UUID small = anImport().ofRows(5).submitted();

        assertThat(imported(LEASES.acquire(owner))).contains(small);
        assertThat(imported(LEASES.acquire(owner))).contains(large);
    }

    @Test
    void goesOnlyToImportsOfFewRowsWhereThereIsNoRoomForOthers() {
        anImport().ofRows(101).submitted();
        UUID small = anImport().ofRows(100).submitted();

        assertThat(imported(LEASES.acquire(owner, 100))).contains(small);
        assertThat(LEASES.acquire(owner, 100)).isEmpty();
    }

    @Test
    void goesToTheOthersBeforeTheOneThatWasGivenBack() {
        UUID first = anImport().ofRows(5_000).submitted();
        UUID second = anImport().ofRows(5_000).submitted();
        LEASES.acquire(owner);
        letPass(Duration.ofMinutes(1));
        LEASES.release(first, owner);

        assertThat(imported(LEASES.acquire(owner))).contains(second);
        assertThat(imported(LEASES.acquire(owner))).contains(first);
    }

    @Test
    void isNotHeldUpByAnotherSessionThatHasLockedAnImport() throws Exception {
        UUID locked = anImport().ofRows(9).submitted();
        UUID free = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);
        LEASES.acquire(owner);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            TRANSACTION.executeWithoutResult(
                    transaction -> {
                        lock(locked);
                        Future<Map<UUID, Integer>> claimed =
                                other.submit(() -> everythingWithAnImport(locked, free));
                        assertThat(claimed)
                                .succeedsWithin(Duration.ofSeconds(20))
                                .isEqualTo(Map.of(free, 3));
                    });
        } finally {
            other.shutdownNow();
        }
        assertThat(progress(locked, owner).isHeld()).isTrue();
        assertThat(progress(locked, owner).claimedThrough()).isZero();
    }

    @Test
    void goesOnWhileOutcomesOfTheSameImportAreBeingRecorded() {
        UUID id = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            TRANSACTION.executeWithoutResult(
                    transaction -> {
                        RECORDER.record(List.of(unenrolled(id, 1)));
                        assertThat(
                                        other.submit(
                                                () ->
                                                        LEASES.advance(
                                                                owner,
                                                                List.of(
                                                                        new DispatchClaim(
                                                                                id, 0, 3)))))
                                .succeedsWithin(Duration.ofSeconds(20))
                                .isEqualTo(Map.of(id, 3));
                    });
        } finally {
            other.shutdownNow();
        }
    }

    private Map<UUID, Integer> everythingWithAnImport(UUID locked, UUID free) {
        assertThat(LEASES.acquire(successor)).isEmpty();
        assertThat(LEASES.isFree(locked)).isFalse();
        assertThat(LEASES.isFree(free)).isTrue();
        assertThat(LEASES.progress(owner)).hasSize(2);
        LEASES.renew(owner);
        LEASES.restSettled(locked);
        LEASES.release(locked, owner);
        return LEASES.advance(
                owner, List.of(new DispatchClaim(locked, 0, 3), new DispatchClaim(free, 0, 3)));
    }

    @Test
    void isRenewedWhenAThirdOfItIsOverAndNotBefore() {
        UUID id = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);
        letPass(LEASE.dividedBy(5));
        String before = version(id);

        LEASES.renew(owner);
        assertThat(version(id)).isEqualTo(before);

        letPass(LEASE.dividedBy(2));
        LEASES.renew(owner);
        assertThat(secondsLeft()).isCloseTo((double) LEASE.toSeconds(), within(3.0));
    }

    @Test
    void changesNothingToTellHowFarImportsAre() {
        UUID id = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);
        String before = version(id);

        assertThat(progress(id, owner).isHeld()).isTrue();
        assertThat(progress(id, successor).isHeld()).isFalse();

        assertThat(version(id)).isEqualTo(before);
    }

    /** So that a small stall is soon forgotten, and one short batch is not taken for the rule. */
    @Test
    void tellsHowLongCallsToThePlatformTakeAndForgetsItByAndBy() {
        UUID id = anImport().ofRows(20).submitted();

        RECORDER.recordUnlocked(List.of(unenrolled(id, 1)), Duration.ofSeconds(2));
        assertThat(progress(id, owner).call()).isEqualTo(Duration.ofSeconds(2));

        RECORDER.recordUnlocked(List.of(unenrolled(id, 2)), Duration.ofMillis(100));
        assertThat(progress(id, owner).call()).isEqualTo(Duration.ofMillis(1_500));

        for (int row = 3; row <= 18; row++) {
            RECORDER.record(List.of(unenrolled(id, row)));
        }
        assertThat(progress(id, owner).call()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void holdsNobodyUpAfterTheClockWasPutBack() {
        UUID id = anImport().ofRows(9).submitted();
        LEASES.acquire(owner);

        letPass(Duration.ofHours(-1));

        assertThat(progress(id, successor).isWaiting()).isTrue();
        assertThat(imported(LEASES.acquire(successor))).contains(id);
        assertThat(secondsLeft()).isCloseTo((double) LEASE.toSeconds(), within(10.0));
    }

    /** Changes with everything that is written to the import. */
    private static String version(UUID id) {
        return JDBC.sql(
                        """
                        select concat_ws('/', d.xmin, d.ctid, p.xmin, p.ctid)
                        from imports.dispatch d join imports.progress p using (import_id)
                        where import_id = :id
                        """)
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static Optional<UUID> imported(Optional<DispatchOrder> order) {
        return order.map(DispatchOrder::importId);
    }

    private static double secondsLeft() {
        return JDBC.sql("select extract(epoch from lease_until - now()) from imports.dispatch")
                .query(Double.class)
                .single();
    }
}
