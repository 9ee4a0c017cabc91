package org.unenrol.ledger.event;

import org.unenrol.model.ImportState;

/** The kind of an event that webhook addresses are told of. The names are stored. */
public enum WebhookEventType {
    IMPORT_COMPLETED("import.completed"),
    IMPORT_CANCELLED("import.cancelled"),
    IMPORT_FAILED("import.failed"),
    /** An upstream system has asked for an import, and its request is refused. */
    REQUEST_REFUSED("request.refused");

    private final String text;

    WebhookEventType(String text) {
        this.text = text;
    }

    static WebhookEventType of(ImportState end) {
        return valueOf("IMPORT_" + end);
    }

    /** The name by which the addresses know it. */
    public String text() {
        return text;
    }
}
