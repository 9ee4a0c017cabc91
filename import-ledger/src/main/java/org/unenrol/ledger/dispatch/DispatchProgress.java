package org.unenrol.ledger.dispatch;

/**
 * How far an import has come, as the holder of its lease learns it at each turn.
 *
 * @param claimedThrough the last row that the holder may publish now
 * @param target the last row that is to be published at all
 * @param received how many rows have an outcome
 * @param restToSettle whether rows beyond the target wait to become {@code NOT_PROCESSED}
 */
public record DispatchProgress(int claimedThrough, int target, int received, boolean restToSettle) {

    /** Whether the target is reached and nothing beyond it waits. */
    public boolean isDone(int dispatchedThrough) {
        return dispatchedThrough >= target && !restToSettle;
    }
}
