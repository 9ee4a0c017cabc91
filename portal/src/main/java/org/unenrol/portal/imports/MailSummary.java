package org.unenrol.portal.imports;

import java.util.ArrayList;
import java.util.List;
import org.unenrol.ledger.mail.MailCounts;
import org.unenrol.portal.Wording;

/** The emails of an import as its page tells of them. */
record MailSummary(MailCounts mails, Wording wording) {

    /** Tells whether there is anything to tell. */
    public boolean isWorthTelling() {
        return mails.queued() + mails.sent() + unsent() > 0;
    }

    /** Such as "14 sent, 2 waiting to be sent, 1 could not be delivered". */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, mails.sent(), "portal.mails.sent");
        add(parts, mails.queued(), "portal.mails.queued");
        add(parts, mails.undeliverable(), "portal.mails.undeliverable");
        add(parts, mails.perhapsSent(), "portal.mails.perhaps-sent");
        return String.join(", ", parts);
    }

    private void add(List<String> parts, int number, String key) {
        if (number > 0) {
            parts.add(wording.text(key, number));
        }
    }

    /** Counts those that can be sent again. */
    public int unsent() {
        return mails.undeliverable() + mails.perhapsSent();
    }

    /** Tells whether somebody may get an email twice. */
    public boolean mayComeTwice() {
        return mails.perhapsSent() > 0;
    }
}
