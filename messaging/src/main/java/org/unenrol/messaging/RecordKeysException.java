package org.unenrol.messaging;

/**
 * Thrown when records cannot be signed with what is set. Its message is for the operator and has no
 * secret.
 */
public final class RecordKeysException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RecordKeysException(String message) {
        super(message);
    }
}
