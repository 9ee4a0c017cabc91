package org.unenrol.platform.postgres;

import org.jspecify.annotations.Nullable;
import org.unenrol.platform.Match;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** A request to give a place back, with the period that its row of origin has ended. */
record TakeBack(UnenrolmentRequest request, EndedPeriod period) {

    boolean isPermitted() {
        return request.areas().contains(period.activity().value().area());
    }

    boolean isToBeGiven() {
        return isPermitted() && request.applies();
    }

    /** Stands by a place that was given before, whatever is permitted now. */
    UnenrolmentAnswer answer(@Nullable Standing standing) {
        boolean isSettled = standing == Standing.REENROLLED || standing == Standing.IMPORT_ENDED;
        return new UnenrolmentAnswer(
                request.id(),
                Known.match(request.username(), period.learner(), null),
                Known.match(request.activityReference(), period.activity(), null),
                isPermitted() || isSettled,
                isToBeGiven() || isSettled ? standing : null,
                null);
    }

    /** The answer to a row of whose origin the platform has no mark. */
    static UnenrolmentAnswer ofNothing(UnenrolmentRequest request) {
        return new UnenrolmentAnswer(
                request.id(),
                new Match.NotAsked<>(),
                new Match.NotAsked<>(),
                false,
                Standing.NOTHING_TO_TAKE_BACK,
                null);
    }
}
