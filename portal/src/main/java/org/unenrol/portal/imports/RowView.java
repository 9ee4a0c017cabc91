package org.unenrol.portal.imports;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.outcome.RecordedOutcome;
import org.unenrol.ledger.outcome.RowEntry;
import org.unenrol.model.Detail;
import org.unenrol.model.RowFault;
import org.unenrol.model.RowFault.Kind;
import org.unenrol.portal.Wording;

/** A row as its line in the table tells it. */
record RowView(RowEntry entry, int headerRow, Wording wording) {

    private static final Set<Kind> OF_USERNAME =
            Set.of(Kind.USERNAME_MISSING, Kind.USERNAME_TOO_LONG);
    private static final Set<Kind> OF_REFERENCE =
            Set.of(Kind.REFERENCE_MISSING, Kind.REFERENCE_TOO_LONG);
    private static final Set<Kind> OF_EMAIL =
            Set.of(Kind.EMAIL_CHOICE_MISSING, Kind.EMAIL_CHOICE_UNREADABLE);

    public RecordedOutcome recorded() {
        return entry.recorded();
    }

    /** The number that a spreadsheet shows beside the row. */
    public int number() {
        return entry.row() + headerRow;
    }

    /** The person, or where nobody is known what the file says. */
    public @Nullable String learner() {
        String name = entry.content().learner();
        return name == null ? entry.content().username() : name;
    }

    /** Null where it stands in the learner's place already. */
    public @Nullable String username() {
        return entry.content().learner() == null ? null : entry.content().username();
    }

    /** The title, or where nothing is known what the file says. */
    public @Nullable String activity() {
        String title = entry.content().activity();
        return title == null ? entry.content().activityReference() : title;
    }

    /** Null where it stands in the activity's place already. */
    public @Nullable String reference() {
        return entry.content().activity() == null ? null : entry.content().activityReference();
    }

    /** The platform's id, of an activity whose title may be known. */
    public @Nullable String activityId() {
        return entry.content().activity() == null ? null : entry.activityId();
    }

    /** Yes or No in the reader's language; what else the file says as it says it. */
    public @Nullable String email() {
        String written = entry.content().sendEmail();
        if (written == null) {
            return null;
        }
        return switch (written) {
            case "Yes" -> wording.text("portal.row.email.yes");
            case "No" -> wording.text("portal.row.email.no");
            default -> written;
        };
    }

    /** The sentence besides the name of the outcome; null where that says it all. */
    public @Nullable String sentence() {
        String sentence = wording.sentence(recorded());
        return sentence.equals(wording.outcome(recorded().code()) + ".") ? null : sentence;
    }

    public boolean isLearnerWrong() {
        return has(
                detail -> detail instanceof Detail.UnknownUsername || isFault(detail, OF_USERNAME));
    }

    public boolean isActivityWrong() {
        return has(
                detail ->
                        detail instanceof Detail.UnknownReference
                                || detail instanceof Detail.NotPermitted
                                || isFault(detail, OF_REFERENCE));
    }

    public boolean isEmailWrong() {
        return has(detail -> isFault(detail, OF_EMAIL));
    }

    private boolean has(Predicate<Detail> fault) {
        return recorded().details().stream().anyMatch(fault);
    }

    private static boolean isFault(Detail detail, Set<Kind> kinds) {
        return detail instanceof RowFault fault && kinds.contains(fault.fault());
    }
}
