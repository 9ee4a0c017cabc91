package org.unenrol.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There was such a page or file, and it is no longer kept. */
public final class GoneException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    public GoneException() {
        super(HttpStatus.GONE);
    }
}
