package org.unenrol.portal.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to where a second factor is asked for, or to the beginning where that has ended. */
final class CodeFailure implements AuthenticationFailureHandler {

    private final AuthenticationFailureHandler again;

    CodeFailure(String page) {
        this.again = new SignInFailure(page, null);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (e instanceof PendingEndedException) {
            response.sendRedirect(request.getContextPath() + "/sign-in?expired");
        } else {
            again.onAuthenticationFailure(request, response, e);
        }
    }
}
