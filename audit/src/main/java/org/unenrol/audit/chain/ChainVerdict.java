package org.unenrol.audit.chain;

/** The end of a verification. */
public sealed interface ChainVerdict {

    /**
     * The chain is whole.
     *
     * @param entries how many were verified
     * @param end the last of them
     */
    record Whole(long entries, ChainEnd end) implements ChainVerdict {}

    /**
     * The chain is broken.
     *
     * @param sequence the first place at which it is; 0 where an entry has none
     */
    record Broken(long sequence, Reason reason) implements ChainVerdict {}

    /** The way in which a chain is broken. */
    enum Reason {
        /** The entry, or its hash, is not as it was. */
        CHANGED,
        /** There is no entry at this place, or it is not the one that was. */
        MISSING,
        /** Entries after the end, or an end that is another than what is known of it. */
        OTHER_END,
        /** Entries are gone from the beginning, and not by a purge that the trail tells of. */
        OTHER_BEGINNING,
        /** An entry was not chained although there was time. */
        NOT_CHAINED
    }
}
