package org.unenrol.portal.importing;

import java.util.UUID;
import org.unenrol.ledger.NewImport;

/** A stored file that waits in its administrator's session for a confirmation. */
record HeldFile(UUID file, String fileName, int rows) {

    static HeldFile of(NewImport fit) {
        return new HeldFile(fit.uploadFile(), fit.fileName(), fit.rows());
    }

    /** Under which the session holds it: one for each file, as each tab may have one. */
    static String attribute(UUID file) {
        return "unenrol.heldFile." + file;
    }
}
