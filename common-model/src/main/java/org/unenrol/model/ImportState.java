package org.unenrol.model;

/** The state of an import. The names are public API. */
public enum ImportState {
    PROCESSING,
    BUILDING_RESULTS,
    COMPLETED,
    /**
     * Ended by an administrator before every row had its turn; its results are built like any
     * other's.
     */
    CANCELLED,
    /** Ended for a cause outside the file. */
    FAILED;

    public boolean hasEnded() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }
}
