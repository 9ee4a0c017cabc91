package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in page, which tells a wrong password from a try that has to wait. */
final class SignInFailure implements AuthenticationFailureHandler {

    private final String signInPage;

    SignInFailure(String signInPage) {
        this.signInPage = signInPage;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        String reason =
                e instanceof TooManyTriesException many
                        ? "?wait=" + many.remaining().toSeconds()
                        : "?failed";
        response.sendRedirect(request.getContextPath() + signInPage + reason);
    }
}
