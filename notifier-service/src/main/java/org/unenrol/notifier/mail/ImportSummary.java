package org.unenrol.notifier.mail;

import java.util.List;
import java.util.Map;
import org.unenrol.ledger.Import;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.wording.Messages;
import org.unenrol.wording.OutcomeMessages;

/**
 * An ended import in words for people.
 *
 * @param headline what has happened, in a few words
 * @param subject the file, and the counts that matter most
 * @param rows what the file is called and how many rows it had, as a sentence
 * @param counts outcomes that occurred, in words, with how many rows had them
 * @param notes what this means and what to do next, sentence by sentence
 */
record ImportSummary(
        String headline, String subject, String rows, List<Count> counts, List<String> notes) {

    /**
     * Sums an import up.
     *
     * @param learnerMails how many learners are sent an email
     */
    static ImportSummary of(Import ended, int learnerMails, Messages messages) {
        OutcomeMessages outcomes = OutcomeMessages.in(messages.language());
        String end = end(ended);
        String fileName = OneLine.of(ended.file().name());
        return new ImportSummary(
                messages.text("mail.import." + end),
                messages.text(
                        "mail.import.subject." + end, fileName, endings(ended), ended.failed()),
                messages.text("mail.import.rows", fileName, ended.rows()),
                ended.progress().outcomes().entrySet().stream()
                        .map(entry -> Count.of(entry, outcomes, messages))
                        .toList(),
                new NextSteps(ended, learnerMails, messages).sentences());
    }

    private static String end(Import ended) {
        if (ended.mode() == Mode.TAKE_BACK) {
            return switch (ended.state()) {
                case FAILED -> "take-back-failed";
                case CANCELLED -> "take-back-cancelled";
                default -> "taken-back";
            };
        }
        return switch (ended.state()) {
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            default -> ended.mode() == Mode.VERIFY_ONLY ? "verified" : "applied";
        };
    }

    /** Counts the rows that have ended a place or given one back, or are ready to. */
    static int endings(Import ended) {
        return ended.progress().outcomes().entrySet().stream()
                .filter(entry -> entry.getKey().isEffect() || isReady(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static boolean isReady(OutcomeCode code) {
        return code == OutcomeCode.READY || code == OutcomeCode.READY_COMPLETION_KEPT;
    }

    /**
     * One line of the counts.
     *
     * @param rows grouped by thousands
     */
    record Count(String outcome, String rows, boolean success) {

        private static Count of(
                Map.Entry<OutcomeCode, Integer> counted,
                OutcomeMessages outcomes,
                Messages messages) {
            return new Count(
                    outcomes.name(counted.getKey()),
                    messages.text("mail.import.count", counted.getValue()),
                    counted.getKey().isSuccess());
        }
    }
}
