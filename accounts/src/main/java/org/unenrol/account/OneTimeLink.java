package org.unenrol.account;

import org.jspecify.annotations.Nullable;

/**
 * A link that does one thing once.
 *
 * @param username whose account it is for; null for the first administrator's
 */
public record OneTimeLink(Kind kind, @Nullable String username) {

    /** The thing that a link does. */
    public enum Kind {
        /** Makes the first Global administrator. */
        FIRST_ADMINISTRATOR,
        /** Sets the first password of an account. */
        INVITATION,
        /** Sets another password of an account. */
        NEW_PASSWORD
    }
}
