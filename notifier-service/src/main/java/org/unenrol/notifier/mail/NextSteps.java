package org.unenrol.notifier.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unenrol.ledger.Import;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.wording.Messages;
import org.unenrol.wording.OutcomeMessages;

/**
 * The meaning of an import's end, and what to do next: what most rows need first.
 *
 * @param learnerMails how many learners are sent an email
 */
record NextSteps(Import ended, int learnerMails, Messages messages) {

    List<String> sentences() {
        if (ended.state() == ImportState.FAILED) {
            return List.of(messages.text("mail.import.note.failed"));
        }
        List<String> sentences = new ArrayList<>();
        if (ended.reason() != null) {
            sentences.add(messages.text("mail.import.reason", ended.reason()));
        }
        if (ended.mode() == Mode.TAKE_BACK) {
            sentences.add(
                    messages.text(
                            ended.failed() == 0
                                    ? "mail.import.note.all-back"
                                    : "mail.import.note.not-all-back"));
            sentences.add(emails());
            return sentences;
        }
        fixFirst().ifPresent(sentences::add);
        if (ended.failed() > 0) {
            sentences.add(messages.text("mail.import.note.to-fix"));
        } else if (ended.mode() == Mode.APPLY) {
            sentences.add(messages.text("mail.import.note.all-right"));
        }
        if (ended.isApplicable() && ImportSummary.endings(ended) > 0) {
            sentences.add(messages.text("mail.import.note.to-apply"));
        }
        sentences.add(emails());
        return sentences;
    }

    private Optional<String> fixFirst() {
        return ended.progress().outcomes().entrySet().stream()
                .filter(entry -> !entry.getKey().isSuccess())
                .max(Comparator.comparing(Map.Entry<OutcomeCode, Integer>::getValue))
                .map(most -> fixFirst(most.getKey(), most.getValue()));
    }

    private String fixFirst(OutcomeCode code, int rows) {
        String sentence = OutcomeMessages.in(messages.language()).sentence(code, List.of(), null);
        return messages.text("mail.import.fix-first", rows, sentence);
    }

    private String emails() {
        if (ended.mode() == Mode.VERIFY_ONLY) {
            return messages.text("mail.import.note.verified");
        }
        return ended.learnerEmails().areWanted()
                ? messages.text("mail.import.emails", learnerMails)
                : messages.text("mail.import.emails.none");
    }
}
