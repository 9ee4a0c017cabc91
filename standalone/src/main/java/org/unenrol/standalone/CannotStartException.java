package org.unenrol.standalone;

import org.jspecify.annotations.Nullable;

/** Something that was given keeps the program from starting; the message says how to fix it. */
final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    CannotStartException(String message) {
        super(message);
    }
}
