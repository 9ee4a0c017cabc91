package org.unenrol.worker.apply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Detail;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;

/** The outcome of a row that takes back what another one has ended. */
final class TakeBackVerdict {

    private TakeBackVerdict() {}

    static RowOutcome of(UnenrolRow row, UnenrolmentAnswer answer) {
        boolean isGiven = answer.standing() == Standing.REENROLLED;
        return new RowOutcome(
                row.importId(),
                row.row(),
                row.line(),
                isGiven ? OutcomeCode.REENROLLED : OutcomeCode.NOT_REENROLLED,
                isGiven ? List.of() : reasons(row, answer),
                isGiven ? notice(row, answer.learner(), answer.activity()) : null,
                answer.meaning(),
                Verdict.content(row, answer));
    }

    private static List<Detail> reasons(UnenrolRow row, UnenrolmentAnswer answer) {
        Standing standing = answer.standing();
        return standing == null
                ? Verdict.objections(row, answer).stream()
                        .flatMap(one -> one.details().stream())
                        .toList()
                : reasons(standing, answer.reason());
    }

    private static List<Detail> reasons(Standing standing, @Nullable String reason) {
        return switch (standing) {
            case ALREADY_ENROLLED -> List.of(new Detail.AlreadyEnrolled());
            case ENDED_SINCE -> List.of(new Detail.EndedSince());
            case NOTHING_TO_TAKE_BACK -> List.of(new Detail.NothingToTakeBack());
            case NOT_AS_VERIFIED -> List.of(new Detail.MeansAnother());
            case REFUSED -> reason == null ? List.of() : List.of(new Detail.Refused(reason));
            default ->
                    throw new IllegalArgumentException("not of a row that takes back: " + standing);
        };
    }

    private static RowOutcome.@Nullable LearnerNotice notice(
            UnenrolRow row, @Nullable Learner learner, @Nullable Activity activity) {
        if (row.sendEmail() != EmailChoice.YES || learner == null || activity == null) {
            return null;
        }
        return new RowOutcome.LearnerNotice(
                learner.email(),
                learner.name(),
                learner.language(),
                activity.title(),
                RowOutcome.Place.GIVEN_BACK);
    }
}
