package org.unenrol.notifier.mail;

import java.util.List;
import java.util.Locale;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportState;
import org.unenrol.model.Mode;

/**
 * An ended import in words for people.
 *
 * @param headline what has happened, in a few words
 * @param note what this means for the learners
 * @param counts outcomes that occurred, in words, with how many rows had them
 */
record ImportSummary(
        String headline, String fileName, String note, List<Count> counts, String total) {

    static ImportSummary of(Import ended) {
        List<Count> counts =
                ended.outcomes().entrySet().stream()
                        .map(
                                entry ->
                                        new Count(
                                                entry.getKey().words(),
                                                grouped(entry.getValue()),
                                                entry.getKey().isSuccess()))
                        .toList();
        return new ImportSummary(
                headline(ended),
                OneLine.of(ended.fileName()),
                note(ended),
                counts,
                grouped(ended.rows()));
    }

    /** How many rows the file has, in words: {@code 1 row}, {@code 7 rows}. */
    public String rows() {
        return total + (total.equals("1") ? " row" : " rows");
    }

    String subject() {
        return headline + ": " + fileName;
    }

    private static String headline(Import ended) {
        boolean verified = ended.mode() == Mode.VERIFY_ONLY;
        if (ended.state() == ImportState.FAILED) {
            return "Import of unenrolments failed";
        }
        if (ended.state() == ImportState.CANCELLED) {
            return "Import of unenrolments cancelled";
        }
        return verified
                ? "Verification of unenrolments complete"
                : "Import of unenrolments complete";
    }

    private static String note(Import ended) {
        if (ended.state() == ImportState.FAILED) {
            return "It could not be finished, for a cause that is not in the file. "
                    + "The import's page says what is known; your operator can tell more.";
        }
        if (ended.mode() == Mode.VERIFY_ONLY) {
            return "The file was verified only: nobody has been unenrolled, and no learner has been"
                    + " sent an email.";
        }
        return ended.failed() == 0
                ? "Every row was right."
                : "Rows that failed say how to fix them. You can download just those, fix them and"
                        + " import them again.";
    }

    private static String grouped(int number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /**
     * One line of the counts.
     *
     * @param rows grouped by thousands
     */
    record Count(String outcome, String rows, boolean success) {}
}
