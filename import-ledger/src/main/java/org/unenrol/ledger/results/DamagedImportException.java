package org.unenrol.ledger.results;

import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.wording.Messages;

/**
 * The stored file and the ledger contradict each other; no retry can fix that. The message is for
 * operators.
 */
public final class DamagedImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Damage damage;

    public DamagedImportException(Damage damage) {
        super(damage.sentence(Messages.in("en")));
        this.damage = damage;
    }

    /** The damage. */
    public Damage damage() {
        return damage;
    }
}
