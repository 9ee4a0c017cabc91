package org.unenrol.ledger.upstream;

/** The state of a request. */
public enum RequestState {
    /** Some of its records may still be missing. */
    RECEIVING,
    /** Whole, and about to become an import. */
    RECEIVED,
    ACCEPTED,
    REFUSED
}
