package org.unenrol.worker.apply;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowFault;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;

/**
 * A code and its sentence; of several objections the first gives the code and all give a sentence.
 */
record Verdict(OutcomeCode code, String sentence) {

    static RowOutcome of(UnenrolRow row, UnenrolmentAnswer answer) {
        List<Verdict> objections = objections(row, answer);
        Standing standing = answer.standing();
        Activity activity = answer.activity();
        if (!objections.isEmpty() || standing == null || activity == null) {
            return rejected(row, answer, objections);
        }
        Verdict verdict = of(row.mode(), standing, activity.kind());
        return new RowOutcome(
                row.importId(),
                row.row(),
                row.line(),
                verdict.code,
                verdict.sentence,
                verdict.code.isSuccess() ? notice(row, answer.learner(), activity, standing) : null,
                meaning(row, answer));
    }

    private static RowOutcome rejected(
            UnenrolRow row, UnenrolmentAnswer answer, List<Verdict> objections) {
        String sentences = String.join(" ", objections.stream().map(Verdict::sentence).toList());
        return new RowOutcome(
                row.importId(),
                row.row(),
                row.line(),
                objections.get(0).code,
                sentences,
                null,
                meaning(row, answer));
    }

    private static @Nullable Meaning meaning(UnenrolRow row, UnenrolmentAnswer answer) {
        return row.mode() == Mode.VERIFY_ONLY ? answer.meaning() : null;
    }

    private static List<Verdict> objections(UnenrolRow row, UnenrolmentAnswer answer) {
        List<Verdict> objections = new ArrayList<>();
        for (RowFault fault : row.faults()) {
            objections.add(new Verdict(OutcomeCode.INVALID_ROW, fault.sentence()));
        }
        String username = row.username();
        if (username != null && answer.learner() == null) {
            objections.add(
                    new Verdict(
                            OutcomeCode.USERNAME_NOT_RECOGNISED,
                            Sentences.usernameNotRecognised(username, answer.nearUsername())));
        }
        String reference = row.activityReference();
        if (reference != null) {
            addActivityObjection(reference, answer, objections);
        }
        Integer earlier = row.duplicateOfSpreadsheetRow();
        if (earlier != null) {
            objections.add(new Verdict(OutcomeCode.DUPLICATE, Sentences.duplicateOf(earlier)));
        }
        return objections;
    }

    private static void addActivityObjection(
            String reference, UnenrolmentAnswer answer, List<Verdict> objections) {
        if (answer.activity() == null) {
            objections.add(
                    new Verdict(
                            OutcomeCode.ACTIVITY_NOT_RECOGNISED,
                            Sentences.activityNotRecognised(reference, answer.nearReference())));
        } else if (!answer.permitted()) {
            objections.add(new Verdict(OutcomeCode.NOT_PERMITTED, Sentences.NOT_PERMITTED));
        }
    }

    private static Verdict of(Mode mode, Standing standing, Activity.Kind kind) {
        boolean apply = mode == Mode.APPLY;
        String ended = apply ? Sentences.UNENROLLED : Sentences.READY;
        return switch (standing) {
            case ENROLLED -> new Verdict(apply ? OutcomeCode.UNENROLLED : OutcomeCode.READY, ended);
            case ENROLLED_COMPLETION_KEPT ->
                    new Verdict(
                            apply
                                    ? OutcomeCode.UNENROLLED_COMPLETION_KEPT
                                    : OutcomeCode.READY_COMPLETION_KEPT,
                            ended + Sentences.completionKept(kind));
            case NOT_ENROLLED -> new Verdict(OutcomeCode.NOT_ENROLLED, Sentences.NOT_ENROLLED);
            case ENROLLED_SINCE_SUBMISSION ->
                    new Verdict(OutcomeCode.NOT_ENROLLED, Sentences.ENROLLED_SINCE);
            case NOT_AS_VERIFIED ->
                    new Verdict(OutcomeCode.CHANGED_SINCE_VERIFICATION, Sentences.NOT_AS_VERIFIED);
            case IMPORT_ENDED, OUT_OF_DATE ->
                    throw new IllegalArgumentException("no answer: " + standing);
        };
    }

    private static RowOutcome.@Nullable LearnerNotice notice(
            UnenrolRow row, @Nullable Learner learner, Activity activity, Standing standing) {
        boolean due = row.mode() == Mode.APPLY && row.sendEmail() == EmailChoice.YES;
        if (!due || learner == null) {
            return null;
        }
        return new RowOutcome.LearnerNotice(
                learner.email(),
                learner.name(),
                activity.title(),
                standing == Standing.ENROLLED_SINCE_SUBMISSION
                        ? RowOutcome.Place.KEPT
                        : RowOutcome.Place.LEFT);
    }
}
