package org.unenrol.ledger.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mails of an import: how far they have come, and what those could not be delivered for.
 *
 * @param refused groups of mails that were given up, the largest first
 * @param lastExpectedAt about when the last email to a learner will be sent; null where none waits,
 *     or none has been sent since the rate is known
 */
public record MailReport(
        MailCounts counts, List<Refused> refused, @Nullable Instant lastExpectedAt) {

    /**
     * Mails that were given up for one reason.
     *
     * @param answer the mail server's words, without addresses; null where it was not asked, as the
     *     address cannot be used
     */
    public record Refused(@Nullable String answer, int mails) {}
}
