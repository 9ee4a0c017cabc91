package org.unenrol.account;

import org.jspecify.annotations.Nullable;

/**
 * Someone who may sign in.
 *
 * @param language in which to write to the person, a tag of BCP 47; null where none has been chosen
 * @param encodedPassword null while none has been set: then nobody can sign in
 */
public record Account(
        String username,
        String name,
        String email,
        Role role,
        @Nullable String language,
        @Nullable String encodedPassword) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Account[" + username + ", " + role + "]";
    }
}
