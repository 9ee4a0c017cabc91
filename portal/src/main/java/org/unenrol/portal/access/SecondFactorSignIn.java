package org.unenrol.portal.access;

import jakarta.servlet.Filter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.unenrol.account.factor.SecondFactors;

/** The second half of a sign-in with a password. */
@Component
class SecondFactorSignIn {

    static final String PAGE = CodeFilter.PAGE;

    private final PendingSignIns pending;
    private final FactorCodes codes;
    private final SecondFactors factors;
    private final SecondFactorSettings settings;

    SecondFactorSignIn(
            PendingSignIns pending,
            FactorCodes codes,
            SecondFactors factors,
            SecondFactorSettings settings) {
        this.pending = pending;
        this.codes = codes;
        this.factors = factors;
        this.settings = settings;
    }

    void addTo(HttpSecurity http, AuthenticationSuccessHandler signedIn) {
        FurtherFilters.add(http, new CodeFilter(pending, codes), signedIn);
    }

    /** The way on from a password that was not enough. */
    AuthenticationFailureHandler after(String signInPage) {
        return new SignInFailure(signInPage, pending);
    }

    Filter compulsory() {
        return new CompulsoryFactor(factors, settings.isCompulsory());
    }
}
