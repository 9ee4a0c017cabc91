package org.unenrol.infrastructure;

/** A local server could not start or go on. The message is one sentence that says how to fix it. */
public class LocalInfrastructureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalInfrastructureException(String message) {
        super(message);
    }

    LocalInfrastructureException(String message, Throwable cause) {
        super(message, cause);
    }
}
