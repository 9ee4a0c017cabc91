package org.unenrol.account;

import org.unenrol.model.UsernameKey;

/** Usernames in the form in which the accounts are looked up. */
public final class UsernameForm {

    private UsernameForm() {}

    /** The key of a username, without what PostgreSQL refuses; no username has that. */
    public static String key(String username) {
        return StorableText.of(UsernameKey.of(username));
    }
}
