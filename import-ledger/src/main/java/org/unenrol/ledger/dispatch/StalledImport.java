package org.unenrol.ledger.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * An import whose published rows have brought no outcome for a while.
 *
 * @param attempts how often rows have been published again since there was progress
 * @param isDue whether the interval since the last such attempt is over
 * @param isPresumedLost whether so much time has gone by that nobody waits for the readers
 * @param mark what the readers have to pass; null while none has been taken
 */
public record StalledImport(
        DispatchOrder order,
        int attempts,
        boolean isDue,
        boolean isPresumedLost,
        @Nullable ReadingMark mark) {}
