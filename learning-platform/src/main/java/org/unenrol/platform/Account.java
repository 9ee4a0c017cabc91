package org.unenrol.platform;

import org.jspecify.annotations.Nullable;

/**
 * Someone who may sign in.
 *
 * @param encodedPassword null while none has been set: then nobody can sign in
 */
public record Account(
        String username, String name, String email, Role role, @Nullable String encodedPassword) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Account[" + username + ", " + role + "]";
    }
}
