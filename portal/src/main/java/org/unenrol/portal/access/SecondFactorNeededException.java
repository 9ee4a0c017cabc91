package org.unenrol.portal.access;

import org.springframework.security.core.AuthenticationException;

/** Thrown where the password was right and is not enough: the account has a second factor. */
public final class SecondFactorNeededException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final String username;

    SecondFactorNeededException(String username) {
        super("a second factor is needed");
        this.username = username;
    }

    String username() {
        return username;
    }
}
