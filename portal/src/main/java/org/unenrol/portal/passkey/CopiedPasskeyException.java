package org.unenrol.portal.passkey;

/**
 * Thrown where a passkey that counts its signatures has not counted on: somebody may have a copy.
 */
final class CopiedPasskeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CopiedPasskeyException() {
        super("the signature count of a passkey has not grown");
    }
}
