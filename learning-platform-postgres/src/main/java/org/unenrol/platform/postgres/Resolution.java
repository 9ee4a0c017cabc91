package org.unenrol.platform.postgres;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/**
 * A request with what its words mean on this platform.
 *
 * @param asVerified false where the verification found another learner or another activity
 */
record Resolution(
        UnenrolmentRequest request,
        @Nullable Known<Learner> learner,
        @Nullable Known<Activity> activity,
        @Nullable String nearUsername,
        @Nullable String nearReference,
        boolean permitted,
        boolean asVerified) {

    /** Takes what the words meant when the row ended an enrolment, whatever they mean now. */
    static Resolution recalled(UnenrolmentRequest request, Mark mark) {
        return new Resolution(request, mark.learner(), mark.activity(), null, null, true, true);
    }

    /** Null when there is something against the row. */
    @Nullable Candidate candidate() {
        if (learner == null || activity == null || !asVerified || !isAllowed()) {
            return null;
        }
        return new Candidate(
                request.id(),
                request.mode(),
                request.submittedAt(),
                learner.id(),
                activity.id(),
                activity.value().kind());
    }

    private boolean isAllowed() {
        return permitted && request.actionable();
    }

    UnenrolmentAnswer answer(Map<Candidate, Standing> standings) {
        return new UnenrolmentAnswer(
                request.id(),
                Known.match(request.username(), learner, nearUsername),
                Known.match(request.activityReference(), activity, nearReference),
                permitted,
                standing(standings),
                null);
    }

    private @Nullable Standing standing(Map<Candidate, Standing> standings) {
        Candidate candidate = candidate();
        if (candidate != null) {
            return standings.get(candidate);
        }
        return asVerified || learner == null || activity == null || !isAllowed()
                ? null
                : Standing.NOT_AS_VERIFIED;
    }
}
