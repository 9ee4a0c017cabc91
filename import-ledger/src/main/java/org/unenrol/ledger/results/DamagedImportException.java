package org.unenrol.ledger.results;

/** The stored file and the ledger contradict each other; no retry can fix that. */
public final class DamagedImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public DamagedImportException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What was found, a sentence for people. */
    public String reason() {
        return reason;
    }
}
