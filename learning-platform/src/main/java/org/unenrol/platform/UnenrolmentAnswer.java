package org.unenrol.platform;

import org.jspecify.annotations.Nullable;
import org.unenrol.model.Meaning;
import org.unenrol.model.RowId;

/**
 * What the platform has to say to one request.
 *
 * @param learner null when not recognised or not given
 * @param activity null when not recognised or not given
 * @param nearUsername the only username that is near to the one that is not recognised, of those in
 *     the administrator's areas; null where there is none, or several. Never matched, only asked
 *     for
 * @param nearReference likewise for the reference
 * @param permitted whether the administrator may manage the activity; false while it is unknown
 * @param meaning the ids of learner and activity
 * @param standing null unless the request is actionable, both are known and it is permitted
 */
public record UnenrolmentAnswer(
        RowId id,
        @Nullable Learner learner,
        @Nullable Activity activity,
        @Nullable String nearUsername,
        @Nullable String nearReference,
        boolean permitted,
        Meaning meaning,
        @Nullable Standing standing) {

    /** Leaves a request alone. */
    public static UnenrolmentAnswer leftAlone(RowId id, Standing why) {
        return new UnenrolmentAnswer(
                id, null, null, null, null, false, new Meaning(null, null), why);
    }

    /** Tells whether the row has its answer, and is not to be asked for again. */
    public boolean isAnswer() {
        return standing == null || standing.isAnswer();
    }
}
