package org.unenrol.ingest.portal.importing;

import java.io.Serializable;
import java.util.UUID;
import org.unenrol.ledger.NewImport;

/** A stored file that waits in its administrator's session for a confirmation. */
record HeldFile(UUID file, String fileName, int rows) implements Serializable {

    static final String ATTRIBUTE = "unenrol.heldFile";

    static HeldFile of(NewImport fit) {
        return new HeldFile(fit.uploadFile(), fit.fileName(), fit.rows());
    }
}
