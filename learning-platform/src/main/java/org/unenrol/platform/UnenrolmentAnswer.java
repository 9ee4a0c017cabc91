package org.unenrol.platform;

import org.jspecify.annotations.Nullable;
import org.unenrol.model.Meaning;
import org.unenrol.model.RowId;

/**
 * The answer of the platform to one request.
 *
 * @param username what the username means
 * @param reference what the activity external reference means
 * @param permitted whether the administrator may manage the activity; false while it is unknown
 * @param standing null unless the request is actionable, both are known and it is permitted
 * @param reason with {@link Standing#STILL_ENROLLED} the method that holds the place, with {@link
 *     Standing#REFUSED} what the platform says; null where it does not tell
 */
public record UnenrolmentAnswer(
        RowId id,
        Match<Learner> username,
        Match<Activity> reference,
        boolean permitted,
        @Nullable Standing standing,
        @Nullable String reason) {

    /** Leaves a request alone. */
    public static UnenrolmentAnswer leftAlone(RowId id, Standing why) {
        return new UnenrolmentAnswer(
                id, new Match.NotAsked<>(), new Match.NotAsked<>(), false, why, null);
    }

    /** Tells whether the row has its answer, and is not to be asked for again. */
    public boolean isAnswer() {
        return standing == null || standing.isAnswer();
    }

    /** Null when not recognised or not given. */
    public @Nullable Learner learner() {
        return username.value();
    }

    /** Null when not recognised or not given. */
    public @Nullable Activity activity() {
        return reference.value();
    }

    /** The ids of learner and activity. */
    public Meaning meaning() {
        return new Meaning(username.id(), reference.id());
    }
}
