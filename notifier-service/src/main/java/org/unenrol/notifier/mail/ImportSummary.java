package org.unenrol.notifier.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/**
 * An ended import in words for people.
 *
 * @param headline what has happened, in a few words
 * @param note what this means for the learners
 * @param counts outcomes that occurred, in words, with how many rows had them
 */
record ImportSummary(
        String headline, String fileName, String note, List<Count> counts, String total) {

    private static final Map<OutcomeCode, String> WORDS =
            Map.ofEntries(
                    Map.entry(OutcomeCode.UNENROLLED, "Unenrolled"),
                    Map.entry(
                            OutcomeCode.UNENROLLED_COMPLETION_KEPT, "Unenrolled, completion kept"),
                    Map.entry(OutcomeCode.READY, "Ready to be unenrolled"),
                    Map.entry(
                            OutcomeCode.READY_COMPLETION_KEPT,
                            "Ready to be unenrolled, completion kept"),
                    Map.entry(OutcomeCode.NOT_ENROLLED, "Not enrolled"),
                    Map.entry(OutcomeCode.USERNAME_NOT_RECOGNISED, "Username not recognised"),
                    Map.entry(
                            OutcomeCode.ACTIVITY_NOT_RECOGNISED,
                            "Activity external reference not recognised"),
                    Map.entry(OutcomeCode.NOT_PERMITTED, "Not permitted"),
                    Map.entry(OutcomeCode.DUPLICATE, "Duplicate of an earlier row"),
                    Map.entry(OutcomeCode.INVALID_ROW, "Invalid row"),
                    Map.entry(OutcomeCode.NOT_PROCESSED, "Not processed"),
                    Map.entry(OutcomeCode.SYSTEM_ERROR, "System error"));

    static ImportSummary of(Import ended) {
        List<Count> counts =
                ended.outcomes().entrySet().stream()
                        .map(
                                entry ->
                                        new Count(
                                                words(entry.getKey()),
                                                grouped(entry.getValue()),
                                                entry.getKey().isSuccess()))
                        .toList();
        return new ImportSummary(
                headline(ended), ended.fileName(), note(ended), counts, grouped(ended.rows()));
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
                : "Rows that failed say how to mend them. You can download just those, mend them and"
                        + " import them again.";
    }

    private static String words(OutcomeCode code) {
        return WORDS.getOrDefault(code, code.name());
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
