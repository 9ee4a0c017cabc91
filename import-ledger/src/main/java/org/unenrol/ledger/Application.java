package org.unenrol.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The wish that what was verified is applied.
 *
 * @param idempotencyKey the caller's; the same key of the same submitter gives the same import
 * @param learnerEmails null for what the verification was to do
 */
public record Application(
        Submitter submitter,
        @Nullable String idempotencyKey,
        @Nullable LearnerEmails learnerEmails) {

    /** The wish that it is applied as it was verified. */
    public static Application by(Submitter submitter) {
        return new Application(submitter, null, null);
    }

    /** The same with a key. */
    public Application withKey(@Nullable String key) {
        return new Application(submitter, key, learnerEmails);
    }

    /** The same with a choice about emails to learners. */
    public Application with(@Nullable LearnerEmails choice) {
        return new Application(submitter, idempotencyKey, choice);
    }

    /** The choice about emails, for what was verified with the given one. */
    LearnerEmails emailsAfter(LearnerEmails verified) {
        return learnerEmails == null ? verified : learnerEmails;
    }
}
