package org.unenrol.notifier.webhook;

import org.unenrol.ledger.webhook.WebhookFailure;

/** The result of a try. */
sealed interface WebhookAnswer {

    /** The address has it, as the status says. */
    record Delivered(int status) implements WebhookAnswer {}

    record Failed(WebhookFailure failure) implements WebhookAnswer {}
}
