package org.unenrol.messaging;

import org.jspecify.annotations.Nullable;

/** Tells that a record is not what its topic is for: waiting does not help. */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
