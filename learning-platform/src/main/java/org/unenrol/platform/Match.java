package org.unenrol.platform;

import org.jspecify.annotations.Nullable;

/** The meaning of a name: a learner for a username, an activity for a reference. */
public sealed interface Match<T> {

    /**
     * It means exactly this.
     *
     * @param id the platform's own, which never changes hands
     */
    record Known<T>(String id, T value) implements Match<T> {}

    /**
     * It means nothing.
     *
     * @param near the only name that is near to it, in the areas of whoever asks; null where there
     *     is none, or several. Never matched, only asked for
     */
    record Unknown<T>(@Nullable String near) implements Match<T> {}

    /** The row does not give it, or it is not looked for. */
    record NotAsked<T>() implements Match<T> {}

    /** Null unless it is known. */
    default @Nullable T value() {
        return this instanceof Known<T> known ? known.value() : null;
    }

    /** Null unless it is known. */
    default @Nullable String id() {
        return this instanceof Known<T> known ? known.id() : null;
    }

    /** Null where nothing is near, or nothing has to be. */
    default @Nullable String near() {
        return this instanceof Unknown<T> unknown ? unknown.near() : null;
    }
}
