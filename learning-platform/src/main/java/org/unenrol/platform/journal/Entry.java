package org.unenrol.platform.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.remote.Pair;
import org.unenrol.platform.remote.Place;

/**
 * The note on a row in the journal.
 *
 * @param answer with the standing that was found; the row's answer once it is settled
 * @param isSettled whether the answer stands; else the place is to be ended or given back, or has
 *     been
 * @param writtenAt by the database's clock, where it was written by an earlier call; null for this
 *     one
 */
record Entry(UnenrolmentAnswer answer, boolean isSettled, @Nullable Instant writtenAt) {

    static Entry justIntended(UnenrolmentAnswer answer) {
        return new Entry(answer, false, null);
    }

    /** The learner and the activity that it is about, where both are known. */
    Pair pair() {
        return FoundAnswers.pair(answer);
    }

    boolean isTakeBack() {
        return answer.standing() == Standing.REENROLLED;
    }

    /** Tells whether what was intended is done. */
    boolean isDone(Place now) {
        return isTakeBack() ? now instanceof Place.Enrolled : isGone(now);
    }

    /** Tells whether nothing has come of what was intended. */
    boolean isUndone(Place now) {
        return isTakeBack()
                ? now instanceof Place.NotEnrolled
                : now instanceof Place.Enrolled && !isGone(now);
    }

    /** Tells whether the enrolment is gone. One that has begun since is another one. */
    boolean isGone(Place now) {
        if (now instanceof Place.Enrolled enrolled) {
            Instant since = enrolled.since();
            return since != null && writtenAt != null && since.isAfter(writtenAt);
        }
        return now instanceof Place.NotEnrolled;
    }
}
