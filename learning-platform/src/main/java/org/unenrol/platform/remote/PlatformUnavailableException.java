package org.unenrol.platform.remote;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Thrown when the platform as a whole cannot be asked now. Always retried; no row fails by it. The
 * message says what an operator should look at.
 */
public final class PlatformUnavailableException extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1;

    public PlatformUnavailableException(String message) {
        super(message);
    }

    public PlatformUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
