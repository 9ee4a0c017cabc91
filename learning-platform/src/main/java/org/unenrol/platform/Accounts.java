package org.unenrol.platform;

import java.util.Optional;

/** The accounts that may sign in. Usernames are found in whatever case they are written. */
public interface Accounts {

    Optional<Account> find(String username);

    /**
     * Lets the account sign in with another password from now on.
     *
     * @throws IllegalArgumentException when there is no such account
     */
    void setPassword(String username, String encodedPassword);
}
