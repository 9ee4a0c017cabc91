package org.unenrol.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.unenrol.model.ManagedAreas;

/** There is no such page: what it would show does not exist, or is not this administrator's. */
public final class NotFoundException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super(HttpStatus.NOT_FOUND);
    }

    /** Thrown unless whoever asks manages everything. */
    public static void unlessAll(ManagedAreas areas) {
        if (!areas.isEvery()) {
            throw new NotFoundException();
        }
    }
}
