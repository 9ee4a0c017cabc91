package org.unenrol.platform.postgres;

import org.jspecify.annotations.Nullable;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** A request with what its words mean on this platform. */
record Resolution(
        UnenrolmentRequest request,
        @Nullable KnownLearner learner,
        @Nullable KnownActivity activity,
        @Nullable String nearUsername,
        @Nullable String nearReference,
        boolean permitted) {

    /** Null when there is something against the row. */
    @Nullable Candidate candidate() {
        if (learner == null || activity == null || !permitted || !request.actionable()) {
            return null;
        }
        return new Candidate(
                request.id(),
                request.mode(),
                request.submittedAt(),
                learner.id(),
                activity.id(),
                activity.activity().kind());
    }

    UnenrolmentAnswer answer(@Nullable Standing standing) {
        return new UnenrolmentAnswer(
                request.id(),
                learner == null ? null : learner.learner(),
                activity == null ? null : activity.activity(),
                nearUsername,
                nearReference,
                permitted,
                standing);
    }
}
