package org.unenrol.platform.journal;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.remote.Finding;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;

/** Makes answers of what a platform has been found to say. */
final class FoundAnswers {

    private FoundAnswers() {}

    static UnenrolmentAnswer of(UnenrolmentRequest request, Finding found) {
        Activity activity = found.activity().value();
        boolean permitted = activity != null && request.areas().contains(activity.area());
        Standing standing =
                permitted && found.learner().value() != null && request.actionable()
                        ? standing(request, found)
                        : null;
        return new UnenrolmentAnswer(
                request.id(),
                found.learner(),
                found.activity(),
                permitted,
                standing,
                standing == Standing.REFUSED && found.place() instanceof Place.CannotTell silent
                        ? silent.reason()
                        : null);
    }

    private static Standing standing(UnenrolmentRequest request, Finding found) {
        if (!request.isAsVerified(new Meaning(found.learner().id(), found.activity().id()))) {
            return Standing.NOT_AS_VERIFIED;
        } else if (request.mode() == Mode.TAKE_BACK) {
            return ofTakeBack(found.place());
        } else if (found.place() instanceof Place.Enrolled enrolled) {
            return standing(enrolled, request.submittedAt());
        }
        return found.place() instanceof Place.NotEnrolled
                ? Standing.NOT_ENROLLED
                : Standing.REFUSED;
    }

    private static Standing ofTakeBack(Place place) {
        if (place instanceof Place.Enrolled) {
            return Standing.ALREADY_ENROLLED;
        }
        return place instanceof Place.NotEnrolled ? Standing.REENROLLED : Standing.REFUSED;
    }

    private static Standing standing(Place.Enrolled enrolled, Instant submittedAt) {
        Instant since = enrolled.since();
        if (since != null && !since.isBefore(submittedAt)) {
            return Standing.ENROLLED_SINCE_SUBMISSION;
        }
        return enrolled.hasCompleted() ? Standing.ENROLLED_COMPLETION_KEPT : Standing.ENROLLED;
    }

    /** Tells whether the row is to end the place that was found, or to give one back. */
    static boolean isToBeDone(UnenrolmentAnswer answer) {
        return answer.standing() == Standing.ENROLLED
                || answer.standing() == Standing.ENROLLED_COMPLETION_KEPT
                || answer.standing() == Standing.REENROLLED;
    }

    static UnenrolmentAnswer with(
            Standing standing, @Nullable String reason, UnenrolmentAnswer found) {
        return new UnenrolmentAnswer(
                found.id(),
                found.username(),
                found.reference(),
                found.permitted(),
                standing,
                reason);
    }

    /** The learner and the activity that it is about, both of which must be known. */
    static Pair pair(UnenrolmentAnswer answer) {
        return new Pair(
                Objects.requireNonNull(answer.username().id()),
                Objects.requireNonNull(answer.reference().id()));
    }
}
