package org.unenrol.worker.apply;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.CellHints;
import org.unenrol.model.Detail;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;

/** A code and its details; of several objections the first gives the code and all are details. */
record Verdict(OutcomeCode code, List<Detail> details) {

    static RowOutcome of(UnenrolRow row, UnenrolmentAnswer answer) {
        if (row.mode() == Mode.TAKE_BACK) {
            return TakeBackVerdict.of(row, answer);
        }
        List<Verdict> objections = objections(row, answer);
        Standing standing = answer.standing();
        Activity activity = answer.activity();
        if (!objections.isEmpty() || standing == null || activity == null) {
            return rejected(row, answer, objections);
        }
        Verdict verdict = of(row.mode(), standing, activity.kind(), answer.reason());
        return new RowOutcome(
                row.importId(),
                row.row(),
                row.line(),
                verdict.code,
                verdict.details,
                verdict.code.isSuccess() ? notice(row, answer.learner(), activity, standing) : null,
                answer.meaning(),
                content(row, answer));
    }

    private static Verdict of(OutcomeCode code, Detail detail) {
        return new Verdict(code, List.of(detail));
    }

    private static RowOutcome rejected(
            UnenrolRow row, UnenrolmentAnswer answer, List<Verdict> objections) {
        return new RowOutcome(
                row.importId(),
                row.row(),
                row.line(),
                objections.get(0).code,
                objections.stream().flatMap(one -> one.details.stream()).toList(),
                null,
                answer.meaning(),
                content(row, answer));
    }

    /** Tells nothing of an activity that the administrator may not manage, nor of who is in it. */
    static RowContent content(UnenrolRow row, UnenrolmentAnswer answer) {
        Learner learner = answer.learner();
        Activity activity = answer.activity();
        if (activity == null) {
            return row.content().naming(learner == null ? null : learner.name(), null);
        }
        return answer.permitted()
                ? row.content().naming(learner == null ? null : learner.name(), activity.title())
                : row.content();
    }

    static List<Verdict> objections(UnenrolRow row, UnenrolmentAnswer answer) {
        List<Verdict> objections = new ArrayList<>();
        row.faults().forEach(fault -> objections.add(of(OutcomeCode.INVALID_ROW, fault)));
        String username = row.username();
        if (username != null && answer.learner() == null) {
            objections.add(
                    of(
                            OutcomeCode.USERNAME_NOT_RECOGNISED,
                            new Detail.UnknownUsername(
                                    answer.username().near(), CellHints.ofUsername(username))));
        }
        String reference = row.activityReference();
        if (reference != null) {
            addActivityObjection(reference, answer, objections);
        }
        Integer earlier = row.duplicateOfSpreadsheetRow();
        if (earlier != null) {
            objections.add(of(OutcomeCode.DUPLICATE, new Detail.DuplicateOf(earlier)));
        }
        return objections;
    }

    private static void addActivityObjection(
            String reference, UnenrolmentAnswer answer, List<Verdict> objections) {
        if (answer.activity() == null) {
            objections.add(
                    of(
                            OutcomeCode.ACTIVITY_NOT_RECOGNISED,
                            new Detail.UnknownReference(
                                    answer.reference().near(), CellHints.ofReference(reference))));
        } else if (!answer.permitted()) {
            objections.add(of(OutcomeCode.NOT_PERMITTED, new Detail.NotPermitted()));
        }
    }

    private static Verdict of(
            Mode mode, Standing standing, Activity.Kind kind, @Nullable String reason) {
        boolean apply = mode == Mode.APPLY;
        return switch (standing) {
            case ENROLLED ->
                    new Verdict(apply ? OutcomeCode.UNENROLLED : OutcomeCode.READY, List.of());
            case ENROLLED_COMPLETION_KEPT ->
                    of(
                            apply
                                    ? OutcomeCode.UNENROLLED_COMPLETION_KEPT
                                    : OutcomeCode.READY_COMPLETION_KEPT,
                            new Detail.CompletionKept(keptOf(kind)));
            case NOT_ENROLLED -> new Verdict(OutcomeCode.NOT_ENROLLED, List.of());
            case ENROLLED_SINCE_SUBMISSION ->
                    of(OutcomeCode.NOT_ENROLLED, new Detail.EnrolledSince());
            case STILL_ENROLLED ->
                    new Verdict(
                            OutcomeCode.STILL_ENROLLED,
                            reason == null ? List.of() : List.of(new Detail.HeldBy(reason)));
            case REFUSED ->
                    new Verdict(
                            OutcomeCode.SYSTEM_ERROR,
                            reason == null ? List.of() : List.of(new Detail.Refused(reason)));
            case NOT_AS_VERIFIED -> new Verdict(OutcomeCode.CHANGED_SINCE_VERIFICATION, List.of());
            case REENROLLED, ALREADY_ENROLLED, ENDED_SINCE, NOTHING_TO_TAKE_BACK ->
                    throw new IllegalArgumentException("of a row that takes back: " + standing);
            case IMPORT_ENDED, OUT_OF_DATE ->
                    throw new IllegalArgumentException("no answer: " + standing);
        };
    }

    private static Detail.CompletionKept.Of keptOf(Activity.Kind kind) {
        return switch (kind) {
            case COURSE -> Detail.CompletionKept.Of.COURSE;
            case SESSION -> Detail.CompletionKept.Of.SESSION;
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
                learner.language(),
                activity.title(),
                standing == Standing.ENROLLED_SINCE_SUBMISSION
                        ? RowOutcome.Place.KEPT
                        : RowOutcome.Place.LEFT);
    }
}
