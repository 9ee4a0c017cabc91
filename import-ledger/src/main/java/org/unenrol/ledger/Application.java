package org.unenrol.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The wish that what was verified is applied.
 *
 * @param idempotencyKey the caller's; the same key of the same submitter gives the same import
 * @param learnerEmails null for what the verification was to do
 * @param reason what the run is for, in the words of whoever wants it; null where none is given
 */
public record Application(
        Submitter submitter,
        @Nullable String idempotencyKey,
        @Nullable LearnerEmails learnerEmails,
        @Nullable String reason) {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    public Application {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    /** The wish that it is applied as it was verified. */
    public static Application by(Submitter submitter) {
        return new Application(submitter, null, null, null);
    }

    /** The same with a key. */
    public Application withKey(@Nullable String key) {
        return new Application(submitter, key, learnerEmails, reason);
    }

    /** The same with a choice about emails to learners. */
    public Application with(@Nullable LearnerEmails choice) {
        return new Application(submitter, idempotencyKey, choice, reason);
    }

    /** The same with a reason; what is nothing but white space is none. */
    public Application because(@Nullable String words) {
        return new Application(submitter, idempotencyKey, learnerEmails, words);
    }

    /** The choice about emails, for what was verified with the given one. */
    LearnerEmails emailsAfter(LearnerEmails verified) {
        return learnerEmails == null ? verified : learnerEmails;
    }
}
