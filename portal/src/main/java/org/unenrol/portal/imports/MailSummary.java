package org.unenrol.portal.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.mail.MailCounts;
import org.unenrol.ledger.mail.MailReport;
import org.unenrol.portal.Wording;

/** The emails of an import as its page tells of them. */
record MailSummary(MailReport report, Instant now, Wording wording) {

    private static final Duration WORTH_TELLING = Duration.ofMinutes(1);

    private MailCounts mails() {
        return report.counts();
    }

    /** Tells whether there is anything to tell. */
    public boolean isWorthTelling() {
        return mails().queued() + mails().sent() + unsent() > 0;
    }

    /** Such as "14 sent, 2 waiting to be sent, 1 could not be delivered". */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, mails().sent(), "portal.mails.sent");
        add(parts, mails().queued(), "portal.mails.queued");
        add(parts, mails().undeliverable(), "portal.mails.undeliverable");
        add(parts, mails().perhapsSent(), "portal.mails.perhaps-sent");
        return String.join(", ", parts);
    }

    /** Such as "About 40 minutes until all are sent."; null where that is soon. */
    public @Nullable String until() {
        Instant last = report.lastExpectedAt();
        Duration left = last == null ? Duration.ZERO : Duration.between(now, last);
        return left.compareTo(WORTH_TELLING) < 0
                ? null
                : wording.text("portal.mails.until", wording.duration(left));
    }

    /** Why mails could not be delivered, in the mail server's words, the most frequent first. */
    public List<String> refused() {
        return report.refused().stream().map(this::reason).toList();
    }

    private String reason(MailReport.Refused refused) {
        String answer = refused.answer();
        return answer == null
                ? wording.text("portal.mails.refused.no-address", refused.mails())
                : wording.text("portal.mails.refused.by-server", refused.mails(), answer);
    }

    private void add(List<String> parts, int number, String key) {
        if (number > 0) {
            parts.add(wording.text(key, number));
        }
    }

    /** Counts those that can be sent again. */
    public int unsent() {
        return mails().undeliverable() + mails().perhapsSent();
    }

    /** Tells whether somebody may get an email twice. */
    public boolean mayComeTwice() {
        return mails().perhapsSent() > 0;
    }
}
