package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.unenrol.account.Account;

/** Sign-ins that nobody else vouches for, and for which nothing is missing. */
public final class LocalSignIn {

    private LocalSignIn() {}

    public static Authentication of(Account account, HttpServletRequest request) {
        Administrator administrator = new Administrator(account, "");
        UsernamePasswordAuthenticationToken who =
                UsernamePasswordAuthenticationToken.authenticated(
                        administrator, null, administrator.getAuthorities());
        who.setDetails(SignInPlace.of(request));
        return who;
    }
}
