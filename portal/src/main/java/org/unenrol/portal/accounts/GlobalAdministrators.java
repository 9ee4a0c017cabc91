package org.unenrol.portal.accounts;

import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.NotFoundException;

/** The only ones for whom these pages exist. */
final class GlobalAdministrators {

    private GlobalAdministrators() {}

    static void require(ManagedAreas areas) {
        if (!areas.isEvery()) {
            throw new NotFoundException();
        }
    }
}
