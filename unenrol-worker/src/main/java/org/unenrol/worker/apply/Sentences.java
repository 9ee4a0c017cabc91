package org.unenrol.worker.apply;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.CellHints;
import org.unenrol.platform.Activity;

/** The sentences for people. The first words of the failures are those of the help page. */
final class Sentences {

    private static final String USERNAME_NOT_RECOGNISED =
            "Username not recognised: create the user account first, or correct the username.";
    private static final String ACTIVITY_NOT_RECOGNISED =
            "Activity external reference not recognised: set it on the item's properties page in the"
                    + " catalogue, or correct it here.";
    static final String NOT_PERMITTED =
            "You may not manage this activity: ask a Global administrator to import this row, or to give"
                    + " you its catalogue area.";
    static final String UNENROLLED = "Unenrolled.";
    static final String READY = "Ready to be unenrolled.";
    static final String NOT_ENROLLED = "Not enrolled: there was nothing to end.";
    static final String ENROLLED_SINCE =
            "Not enrolled when this import was submitted. The learner has been enrolled since and keeps"
                    + " the place.";
    static final String NOT_AS_VERIFIED =
            "Not unenrolled: since the verification the username has been given to another person, or the"
                    + " reference to another activity. Verify the file again and look who is meant.";

    private Sentences() {}

    static String completionKept(Activity.Kind kind) {
        return switch (kind) {
            case COURSE ->
                    " The course was already completed and still shows as completed in the reports.";
            case SESSION ->
                    " The session was already attended or past, and attendance stays as it was in the"
                            + " reports.";
        };
    }

    static String usernameNotRecognised(String username, @Nullable String near) {
        return withHints(USERNAME_NOT_RECOGNISED, near, CellHints.ofUsername(username));
    }

    static String activityNotRecognised(String reference, @Nullable String near) {
        return withHints(ACTIVITY_NOT_RECOGNISED, near, CellHints.ofReference(reference));
    }

    private static String withHints(String sentence, @Nullable String near, List<String> others) {
        List<String> sentences = new ArrayList<>(List.of(sentence));
        if (near != null) {
            sentences.add("Did you mean %s?".formatted(near));
        }
        sentences.addAll(others);
        return String.join(" ", sentences);
    }

    static String duplicateOf(int spreadsheetRow) {
        return "Same learner and activity as row "
                + spreadsheetRow
                + ", which counts: delete this row.";
    }
}
