package org.unenrol.portal.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A way to sign in beside the password; its failures are told as those of passwords are. */
public abstract class FurtherFilter extends AbstractAuthenticationProcessingFilter {

    protected FurtherFilter(RequestMatcher requests) {
        super(requests, attempt -> attempt);
    }

    /** The username of whoever tries; empty where it is not known. */
    protected String triedBy(HttpServletRequest request) {
        return "";
    }

    @Override
    protected void unsuccessfulAuthentication(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException, ServletException {
        if (eventPublisher != null) {
            eventPublisher.publishEvent(
                    new AuthenticationFailureBadCredentialsEvent(
                            UsernamePasswordAuthenticationToken.unauthenticated(
                                    triedBy(request), ""),
                            failure));
        }
        super.unsuccessfulAuthentication(request, response, failure);
    }
}
