package org.unenrol.ledger.impact;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a verification that name one activity.
 *
 * @param id the platform's
 * @param reference as the file writes it; of several spellings one
 * @param title when it was verified
 * @param ready rows whose learner would be unenrolled; a learner has one at most
 * @param emails to these learners
 * @param otherEmails to learners who are not enrolled
 * @param notPermitted rows that whoever verified was not permitted
 */
public record ActivityCount(
        String id,
        @Nullable String reference,
        @Nullable String title,
        int ready,
        int emails,
        int otherEmails,
        int notPermitted) {

    /** Tells whether somebody would leave it or be mailed of it, whoever applies the file. */
    public boolean hasEffect() {
        return ready > 0 || allEmails() > 0;
    }

    /** Emails to learners, whether they are enrolled or not. */
    public int allEmails() {
        return emails + otherEmails;
    }
}
