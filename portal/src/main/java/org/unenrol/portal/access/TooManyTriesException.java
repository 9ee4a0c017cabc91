package org.unenrol.portal.access;

import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/** The password has not been looked at: after too many failed tries the next one has to wait. */
final class TooManyTriesException extends AccountStatusException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTriesException(Duration wait) {
        super("too many failed tries");
        this.wait = wait;
    }

    /** Until the next try counts. */
    Duration remaining() {
        return wait;
    }
}
