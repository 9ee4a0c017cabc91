package org.unenrol.portal.importing;

import static org.unenrol.portal.RequestLanguage.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.portal.RequestLanguage;
import org.unenrol.portal.limit.TooMuchAtATimeException;
import org.unenrol.wording.FileError;
import org.unenrol.wording.FileMessages;

/**
 * The problem with what was sent.
 *
 * @param fileName of the file that is refused; null where it is not about one
 * @param headline in the words of GOV.UK's file upload component where they fit
 * @param detail how to fix it; may be empty
 * @param problems what was found on which line
 * @param furtherProblems how many more there are
 */
record FormError(
        @Nullable String fileName,
        String headline,
        String detail,
        List<FileError> problems,
        int furtherProblems) {

    static FormError nothingSelected() {
        return plain(
                text("portal.dialog.nothing-selected"),
                "portal.dialog.nothing-selected.what-to-do");
    }

    static FormError tooLarge(String most) {
        return plain(text("portal.dialog.too-large", most), "portal.dialog.too-large.what-to-do");
    }

    static FormError tooMuch(TooMuchAtATimeException refused) {
        return new FormError(
                null,
                text("portal.dialog.too-much." + refused.limit(), refused.most()),
                text("portal.dialog.too-much.what-to-do." + refused.limit()),
                List.of(),
                0);
    }

    static FormError notUploaded() {
        return plain(text("portal.dialog.select-again"), "portal.dialog.session-ended");
    }

    static FormError of(RefusedFileException refused, String mostBytes, int mostRows) {
        FileMessages messages = FileMessages.in(RequestLanguage.tag());
        return new FormError(
                null,
                text("portal.refused." + refused.reason(), mostBytes, mostRows),
                messages.sentence(refused.refusal()),
                refused.problems().size() > 1 ? messages.errors(refused) : List.of(),
                refused.furtherProblems());
    }

    /** The same, said of the file of this name. */
    FormError about(String name) {
        return new FormError(name, headline, detail, problems, furtherProblems);
    }

    private static FormError plain(String headline, String whatToDo) {
        return new FormError(null, headline, text(whatToDo), List.of(), 0);
    }
}
