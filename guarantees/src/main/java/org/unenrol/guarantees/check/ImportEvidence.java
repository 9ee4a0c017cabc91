package org.unenrol.guarantees.check;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one import.
 *
 * @param ledger null when the ledger does not know it
 * @param results the results file as it was served; null when it was not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ImportEvidence(
        String id,
        Submitted submitted,
        @Nullable Ledger ledger,
        List<Outcome> outcomes,
        byte @Nullable [] results,
        List<Mail> mails) {

    /** The task that the product is given. */
    enum Mode {
        VERIFY_ONLY,
        APPLY,
        TAKE_BACK
    }

    /**
     * An upload, with what its author knows.
     *
     * @param accepted when the product said so
     * @param expected the outcome of each row where nothing comes between; empty where it is not
     *     known
     * @param undisturbed whether nobody else ends the same enrolments and nobody cancels
     * @param verified the verify-only import that this one applies, or the one it takes back
     */
    record Submitted(
            byte[] upload,
            char delimiter,
            Mode mode,
            Instant accepted,
            List<String> expected,
            boolean undisturbed,
            @Nullable String verified) {}

    /**
     * The account of the ledger.
     *
     * @param total rows by its own count
     * @param received outcomes by its own count
     * @param stored the upload as it is kept
     * @param queuedMails mails that still wait
     */
    record Ledger(
            String state,
            int total,
            int received,
            byte[] stored,
            @Nullable Instant completed,
            int queuedMails) {}

    /**
     * The outcome of a row, by the ledger.
     *
     * @param details what there is to say besides the code
     */
    record Outcome(int row, String code, String details) {

        /** Tells whether the row says that it has left a mark. */
        boolean saysDone() {
            return saysUnenrolled() || code.equals("REENROLLED");
        }

        boolean saysUnenrolled() {
            return code.startsWith("UNENROLLED");
        }
    }

    /**
     * A mail that the mail server has accepted.
     *
     * @param row which row's learner it is to; 0 for the completion mail
     * @param date as it stands in the mail
     * @param accepted when the server accepted it
     * @param answerLost whether the sender cannot have learnt so
     * @param beforeResults whether the results could not be read when it came
     */
    record Mail(
            int row,
            String messageId,
            String date,
            String recipient,
            Instant accepted,
            boolean answerLost,
            boolean beforeResults) {}
}
