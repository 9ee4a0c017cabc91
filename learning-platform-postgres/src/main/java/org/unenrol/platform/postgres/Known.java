package org.unenrol.platform.postgres;

import org.jspecify.annotations.Nullable;
import org.unenrol.platform.Match;

/** A learner or an activity with the id that enrolments refer to. */
record Known<T>(long id, T value) {

    /**
     * The meaning of a word, as the port has it.
     *
     * @param written null where the row does not give it
     * @param known null where the word is not recognised
     */
    static <T> Match<T> match(
            @Nullable String written, @Nullable Known<T> known, @Nullable String near) {
        if (known != null) {
            return new Match.Known<>(Long.toString(known.id), known.value);
        }
        return written == null ? new Match.NotAsked<>() : new Match.Unknown<>(near);
    }
}
