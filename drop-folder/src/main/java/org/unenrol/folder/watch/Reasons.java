package org.unenrol.folder.watch;

import java.util.List;
import java.util.stream.Collectors;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.wording.FileError;
import org.unenrol.wording.FileMessages;
import org.unenrol.wording.Messages;

/** The reasons that stand beside a file instead of results. */
final class Reasons {

    private Reasons() {}

    /** For a file that is refused: a sentence, or one for each line that is wrong. */
    static String of(RefusedFileException refused, String language) {
        FileMessages sentences = FileMessages.in(language);
        List<FileError> errors = sentences.errors(refused);
        if (errors.isEmpty()) {
            return sentences.sentence(refused.refusal()) + "\n";
        }
        Messages messages = Messages.in(language);
        String lines =
                errors.stream()
                        .map(error -> messages.text("folder.line", error.line(), error.message()))
                        .collect(Collectors.joining("\n", "", "\n"));
        return refused.furtherProblems() == 0
                ? lines
                : lines + messages.text("folder.more", refused.furtherProblems()) + "\n";
    }

    /** For an import that could not be finished. */
    static String of(Import failed, Damage damage) {
        Messages messages = Messages.in(failed.submitter().language());
        return messages.text("folder.failed", failed.id().toString(), damage.sentence(messages))
                + "\n";
    }

    /** For an import whose results are no longer kept. */
    static String resultsGone(Import ended) {
        return Messages.in(ended.submitter().language())
                        .text("folder.results-gone", ended.id().toString())
                + "\n";
    }
}
