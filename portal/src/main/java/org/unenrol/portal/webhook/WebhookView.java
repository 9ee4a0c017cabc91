package org.unenrol.portal.webhook;

import org.unenrol.ledger.webhook.WebhookDelivery;
import org.unenrol.ledger.webhook.WebhookFailure;
import org.unenrol.portal.Wording;

/** A delivery as its page tells of it. */
record WebhookView(WebhookDelivery known, Wording wording) {

    public String event() {
        return wording.text("portal.webhooks.event." + known.about().type());
    }

    public String status() {
        return wording.text("portal.webhooks.state." + known.state());
    }

    /** The colour of its state. */
    public String tone() {
        return switch (known.state()) {
            case QUEUED -> "";
            case DELIVERED -> "good";
            case GIVEN_UP -> "bad";
        };
    }

    /** The result of the last try, such as "Not accepted: HTTP 503". */
    public String last() {
        WebhookFailure.Kind failure = known.lastFailure();
        Integer status = known.lastStatus();
        if (failure != null) {
            String key = "portal.webhooks.failure." + failure;
            return status == null ? wording.text(key) : wording.text(key, status);
        }
        return status == null
                ? wording.text("portal.webhooks.no-answer-yet")
                : wording.text("portal.webhooks.accepted", status);
    }

    /** The time of its end, or of the next try. */
    public String when() {
        WebhookDelivery.Times times = known.times();
        return times.ended() == null
                ? wording.text("portal.webhooks.next-try", wording.dateTime(times.next()))
                : wording.dateTime(times.ended());
    }

    public boolean canBeSentAgain() {
        return known.state().isEnd();
    }
}
