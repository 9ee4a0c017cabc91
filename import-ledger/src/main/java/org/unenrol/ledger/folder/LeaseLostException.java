package org.unenrol.ledger.folder;

/** Thrown when another process has taken a file over, since its holder was silent for too long. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LeaseLostException(FolderClaim claim) {
        super("another process has file " + claim.id() + " of folder " + claim.folder());
    }
}
