package org.unenrol.audit.chain;

import java.util.Optional;

/** A walk along the chain, entry by entry, until one is not as it was. */
final class ChainWalk {

    private ChainEnd end;
    private long entries;

    ChainWalk(ChainEnd beginning) {
        this.end = beginning;
    }

    /** Follows the chain to the next entry; tells where the chain is broken by it. */
    Optional<ChainVerdict.Broken> next(long sequence, String entry, String previous, String hash) {
        long expected = end.sequence() + 1;
        if (sequence != expected) {
            return broken(expected, ChainVerdict.Reason.MISSING);
        }
        if (!previous.equals(end.hash()) || !hash.equals(ChainHash.of(previous, entry))) {
            return broken(sequence, ChainVerdict.Reason.CHANGED);
        }
        end = new ChainEnd(sequence, hash);
        entries++;
        return Optional.empty();
    }

    ChainEnd end() {
        return end;
    }

    long entries() {
        return entries;
    }

    static Optional<ChainVerdict.Broken> broken(long sequence, ChainVerdict.Reason reason) {
        return Optional.of(new ChainVerdict.Broken(sequence, reason));
    }
}
