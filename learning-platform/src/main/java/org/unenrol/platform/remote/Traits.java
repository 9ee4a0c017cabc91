package org.unenrol.platform.remote;

/**
 * The properties of a platform that matter to its callers.
 *
 * @param largestBatch how many elements a call may have, at least 1
 * @param confirmsEndings whether {@link Ending.Ended} and {@link Enrolling.Enrolled} can be
 *     believed; where not, it is looked again
 */
public record Traits(int largestBatch, boolean confirmsEndings) {

    public Traits {
        if (largestBatch < 1) {
            throw new IllegalArgumentException("a call must be able to have an element");
        }
    }
}
