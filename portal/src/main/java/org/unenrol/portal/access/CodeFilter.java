package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.unenrol.account.Account;

/** Signs in whoever brings a code after the password. */
final class CodeFilter extends FurtherFilter {

    static final String PAGE = "/sign-in/second-factor";

    private final PendingSignIns pending;
    private final FactorCodes codes;

    CodeFilter(PendingSignIns pending, FactorCodes codes) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PAGE));
        this.pending = pending;
        this.codes = codes;
        setAuthenticationFailureHandler(new CodeFailure(PAGE));
    }

    @Override
    protected String triedBy(HttpServletRequest request) {
        return pending.find(request).map(Account::username).orElse("");
    }

    @Override
    public Authentication attemptAuthentication(
            HttpServletRequest request, HttpServletResponse response) {
        Account account = pending.find(request).orElseThrow(PendingEndedException::new);
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        if (!codes.take(account.username(), code, SignInPlace.of(request))) {
            throw new BadCredentialsException("wrong code");
        }
        pending.end(request);
        return LocalSignIn.of(account, request);
    }
}
