package org.unenrol.folder.watch;

/** Thrown when a file stays where it is until somebody has done something about it. */
final class FileWaitsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    FileWaitsException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    enum Reason {
        /** There is no account of that username. */
        ACCOUNT_MISSING,
        /** The account is no administrator's. */
        ACCOUNT_NOT_ADMINISTRATOR,
        /** The account has used the key of this file for something else. */
        KEY_REUSED
    }
}
