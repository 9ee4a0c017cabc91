package org.unenrol.ledger.dispatch;

import java.time.Duration;
import java.util.UUID;

/**
 * The progress of an import.
 *
 * @param isHeld whether whoever has asked holds its lease
 * @param isWaiting whether it has rows to dispatch and nobody holds its lease
 * @param dispatchedThrough the last row that is known to be published
 * @param claimedThrough the last row that its holder may publish now
 * @param target the last row that is to be published at all
 * @param received how many rows have an outcome
 * @param restToSettle whether rows beyond the target wait to become {@code NOT_PROCESSED}
 * @param standsStill whether no row has got its outcome for ten seconds
 * @param call how long the platform takes for a call; zero where that is not worth telling
 */
public record DispatchProgress(
        UUID importId,
        boolean isHeld,
        boolean isWaiting,
        int dispatchedThrough,
        int claimedThrough,
        int target,
        int received,
        boolean restToSettle,
        boolean standsStill,
        Duration call) {

    /** Tells whether the target is reached and nothing beyond it waits. */
    public boolean isDone() {
        return dispatchedThrough >= target && !restToSettle;
    }

    /** Tells whether there are rows that nobody has begun to publish. */
    public boolean hasRowsLeft() {
        return claimedThrough < target;
    }

    /** Tells how many rows have been published, or are about to be, and have no outcome. */
    public int underWay() {
        return Math.max(0, claimedThrough - received);
    }
}
