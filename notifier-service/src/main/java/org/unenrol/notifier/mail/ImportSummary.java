package org.unenrol.notifier.mail;

import java.util.List;
import org.unenrol.ledger.Import;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.wording.Messages;
import org.unenrol.wording.OutcomeMessages;

/**
 * An ended import in words for people.
 *
 * @param headline what has happened, in a few words
 * @param note what this means for the learners
 * @param counts outcomes that occurred, in words, with how many rows had them
 * @param rows what the file is called and how many rows it had, as a sentence
 */
record ImportSummary(
        String headline, String subject, String rows, List<Count> counts, String note) {

    static ImportSummary of(Import ended, Messages messages) {
        OutcomeMessages outcomes = OutcomeMessages.in(messages.language());
        String headline = messages.text(headline(ended));
        String fileName = OneLine.of(ended.file().name());
        return new ImportSummary(
                headline,
                messages.text("mail.import.subject", headline, fileName),
                messages.text("mail.import.rows", fileName, ended.rows()),
                ended.progress().outcomes().entrySet().stream()
                        .map(
                                entry ->
                                        new Count(
                                                outcomes.name(entry.getKey()),
                                                messages.text(
                                                        "mail.import.count", entry.getValue()),
                                                entry.getKey().isSuccess()))
                        .toList(),
                messages.text(note(ended)));
    }

    private static String headline(Import ended) {
        boolean takesBack = ended.mode() == Mode.TAKE_BACK;
        if (ended.state() == ImportState.FAILED) {
            return takesBack ? "mail.import.take-back-failed" : "mail.import.failed";
        }
        if (ended.state() == ImportState.CANCELLED) {
            return takesBack ? "mail.import.take-back-cancelled" : "mail.import.cancelled";
        }
        if (takesBack) {
            return "mail.import.taken-back";
        }
        return ended.mode() == Mode.VERIFY_ONLY ? "mail.import.verified" : "mail.import.applied";
    }

    private static String note(Import ended) {
        if (ended.state() == ImportState.FAILED) {
            return "mail.import.note.failed";
        }
        if (ended.mode() == Mode.VERIFY_ONLY) {
            return "mail.import.note.verified";
        }
        if (ended.mode() == Mode.TAKE_BACK) {
            return ended.failed() == 0
                    ? "mail.import.note.all-back"
                    : "mail.import.note.not-all-back";
        }
        return ended.failed() == 0 ? "mail.import.note.all-right" : "mail.import.note.to-fix";
    }

    /**
     * One line of the counts.
     *
     * @param rows grouped by thousands
     */
    record Count(String outcome, String rows, boolean success) {}
}
