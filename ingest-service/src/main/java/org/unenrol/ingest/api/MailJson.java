package org.unenrol.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.mail.MailCounts;
import org.unenrol.ledger.mail.MailReport;

/**
 * The mails of an import as the API tells of them.
 *
 * @param refused why mails were given up, the most frequent first; those without an answer have an
 *     address that mail cannot be sent to
 * @param lastExpectedAt about when the last email to a learner will be sent; absent where none
 *     waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailJson(
        int queued,
        int sent,
        int perhapsSent,
        int undeliverable,
        List<Refused> refused,
        @Nullable Instant lastExpectedAt) {

    static MailJson of(MailReport report) {
        MailCounts counts = report.counts();
        return new MailJson(
                counts.queued(),
                counts.sent(),
                counts.perhapsSent(),
                counts.undeliverable(),
                report.refused().stream()
                        .map(one -> new Refused(one.answer(), one.mails()))
                        .toList(),
                report.lastExpectedAt());
    }

    /** Mails that were given up for one reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(@Nullable String answer, int mails) {}
}
