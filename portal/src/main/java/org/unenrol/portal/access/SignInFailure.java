package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Leads back to the sign-in page, which tells a wrong password from a try that has to wait; or on
 * to the second factor where only that is missing.
 */
final class SignInFailure implements AuthenticationFailureHandler {

    private final String signInPage;
    private final @Nullable PendingSignIns pending;

    /** Leads back to this page; pending is null where nothing more can be asked for. */
    SignInFailure(String signInPage, @Nullable PendingSignIns pending) {
        this.signInPage = signInPage;
        this.pending = pending;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.sendRedirect(request.getContextPath() + next(request, e));
    }

    private String next(HttpServletRequest request, AuthenticationException e) {
        if (pending != null && e instanceof SecondFactorNeededException needed) {
            pending.begin(needed.username(), request);
            return CodeFilter.PAGE;
        }
        return e instanceof TooManyTriesException many
                ? signInPage + "?wait=" + many.remaining().toSeconds()
                : signInPage + "?failed";
    }
}
