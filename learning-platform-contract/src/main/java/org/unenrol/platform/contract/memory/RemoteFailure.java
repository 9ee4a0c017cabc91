package org.unenrol.platform.contract.memory;

/** A call to the remote platform that has ended without an answer. */
final class RemoteFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isOfOnePair;

    private RemoteFailure(String message, boolean isOfOnePair) {
        super(message);
        this.isOfOnePair = isOfOnePair;
    }

    /** The platform does not answer, or says that it cannot. */
    static RemoteFailure ofThePlatform(String message) {
        return new RemoteFailure(message, false);
    }

    /** The platform has rolled back a call for the sake of one pair, which it does not name. */
    static RemoteFailure ofOnePair(String message) {
        return new RemoteFailure(message, true);
    }

    boolean isOfOnePair() {
        return isOfOnePair;
    }
}
