package org.unenrol.ledger.outcome;

import org.springframework.dao.PessimisticLockingFailureException;

/** Tells that somebody holds an import locked: nothing has been recorded. */
public final class ImportLockedException extends PessimisticLockingFailureException {

    private static final long serialVersionUID = 1L;

    ImportLockedException(Throwable cause) {
        super("an import is locked", cause);
    }
}
