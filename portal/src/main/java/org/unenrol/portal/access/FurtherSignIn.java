package org.unenrol.portal.access;

import java.util.List;
import java.util.Set;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** A way into the portal beside its own passwords. */
public interface FurtherSignIn {

    /**
     * Adds the way to the portal's rules. Whoever has come in by it must be an {@link
     * Administrator}.
     *
     * @param signedIn what becomes of a request that has signed somebody in
     */
    void addTo(HttpSecurity http, AuthenticationSuccessHandler signedIn);

    /** The choices that the sign-in page offers. */
    List<Choice> choices();

    /** The origins (RFC 6454) that signing out may lead to. */
    Set<String> origins();

    /**
     * A choice of the sign-in page.
     *
     * @param name of whoever signs people in, as they know it
     * @param path of the portal
     */
    record Choice(String name, String path) {}
}
