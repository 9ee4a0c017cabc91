package org.unenrol.ledger.webhook;

/** The state of a delivery. The names are stored. */
public enum WebhookState {
    QUEUED,
    /** The address has answered that it has it. */
    DELIVERED,
    GIVEN_UP;

    /** Tells whether it is tried no more, unless somebody wants it to be sent again. */
    public boolean isEnd() {
        return this != QUEUED;
    }
}
