package org.unenrol.ledger.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is due.
 *
 * @param importId null for a mail about an account
 * @param row 0 for a mail about the whole import
 * @param language in which to write to the recipient, a tag of BCP 47; null where nobody has told
 * @param messageId the unique part of the Message-ID (RFC 5322, section 3.6.4), the same at every
 *     try
 * @param messageDate the Date, likewise
 * @param attempts how many tries have begun, this one included; not those that the server failed
 * @param access null for a mail about an import
 * @param told the rows that a mail to a learner tells of, its own first; empty for others
 */
public record QueuedMail(
        long id,
        Kind kind,
        @Nullable UUID importId,
        int row,
        String recipient,
        String recipientName,
        @Nullable String activityTitle,
        @Nullable String language,
        UUID messageId,
        Instant messageDate,
        int attempts,
        @Nullable Access access,
        List<Told> told) {

    /** The subject matter of a mail. */
    public enum Kind {
        IMPORT_ENDED,
        LEARNER_UNENROLMENT,
        /** To a learner who was enrolled anew after the import had been submitted. */
        LEARNER_PLACE_KEPT,
        /** To a learner whose unenrolment has been taken back. */
        LEARNER_PLACE_AGAIN,
        /** Somebody is to choose the first password of an account. */
        ACCOUNT_INVITATION,
        /** Somebody may choose another password. */
        ACCOUNT_PASSWORD,
        /** An account has got another second factor. */
        ACCOUNT_FACTOR_ADDED,
        /** An account has lost a second factor. */
        ACCOUNT_FACTOR_REMOVED
    }

    /** A row that a mail to a learner tells of. */
    public record Told(int row, String activityTitle) {}

    /**
     * The way in that a mail about an account has.
     *
     * @param link the path of a page of the portal
     */
    public record Access(String username, String link) {

        /** Leaves the link out. */
        @Override
        public String toString() {
            return "Access[]";
        }
    }
}
