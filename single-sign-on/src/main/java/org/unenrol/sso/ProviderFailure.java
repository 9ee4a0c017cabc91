package org.unenrol.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.unenrol.portal.access.SignInRefusal;

/** Leads back to the sign-in page, which tells why the provider's word was not enough. */
final class ProviderFailure implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(ProviderFailure.class);

    private final String signInPage;

    ProviderFailure(String signInPage) {
        this.signInPage = signInPage;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        SignInRefusal refusal =
                e instanceof SignInRefusedException refused
                        ? refused.refusal()
                        : SignInRefusal.FAILED;
        if (refusal == SignInRefusal.FAILED) {
            log.warn("a sign-in with a provider has failed", e);
        }
        response.sendRedirect(request.getContextPath() + signInPage + "?refused=" + refusal.code());
    }
}
