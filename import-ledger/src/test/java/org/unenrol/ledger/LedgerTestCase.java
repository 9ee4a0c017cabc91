package org.unenrol.ledger;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Starts each test on an empty ledger. */
public abstract class LedgerTestCase {

    @BeforeEach
    void clear() {
        LedgerDatabase.clear();
    }

    protected static Import find(UUID id) {
        return Ledger.IMPORTS.find(id).orElseThrow();
    }
}
