package org.unenrol.portal.access;

import org.springframework.security.core.AuthenticationException;

/** Thrown where a second factor comes without a password before it, or too long after it. */
final class PendingEndedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    PendingEndedException() {
        super("no sign-in waits for a second factor");
    }
}
