package org.unenrol.portal.access;

import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.unenrol.account.Accounts;
import org.unenrol.account.SignInHistory;
import org.unenrol.account.factor.SecondFactors;
import org.unenrol.model.UsernameKey;

/**
 * Checks passwords, for the portal and for the API, and slows down those who guess. Whoever has to
 * wait is told for how long, and the password is not even looked at: so it is told alike whether
 * there is such an account, and whether the password would be right. A right password is not enough
 * for an account with a second factor.
 */
@Component
class ThrottlingAuthenticationProvider implements AuthenticationProvider {

    private static final String UNKNOWN = "unknown";

    private final DaoAuthenticationProvider passwords;
    private final SignIns signIns;
    private final SignInHistory history;
    private final SecondFactors factors;
    private final RecentSignIns recentSignIns = new RecentSignIns(Duration.ofMinutes(1));

    ThrottlingAuthenticationProvider(
            Accounts accounts,
            PasswordEncoder encoder,
            SignIns signIns,
            SignInHistory history,
            SecondFactors factors) {
        PortalAccounts known = new PortalAccounts(accounts);
        this.passwords = new DaoAuthenticationProvider(known);
        passwords.setPasswordEncoder(encoder);
        passwords.setUserDetailsPasswordService(known);
        this.history = history;
        this.factors = factors;
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String account = SignInPlace.hash(UsernameKey.of(attempt.getName()));
        String place = placeOf(attempt, account);
        String password = String.valueOf(attempt.getCredentials());
        boolean recent = recentSignIns.include(account, place, password);
        Duration wait = recent ? signIns.timeToWait(account, place) : signIns.begin(account, place);
        if (!wait.isZero()) {
            throw new TooManyTriesException(wait);
        }
        Authentication known = look(attempt, recent, account, place);
        signIns.succeeded(account, place);
        recentSignIns.add(account, place, password);
        if (factors.has(known.getName())) {
            throw new SecondFactorNeededException(known.getName());
        }
        return known;
    }

    /** Credentials that were right a moment ago are counted only when they are no longer. */
    private Authentication look(
            Authentication attempt, boolean recent, String account, String place) {
        try {
            return passwords.authenticate(attempt);
        } catch (AuthenticationException e) {
            if (recent) {
                signIns.begin(account, place);
            }
            history.add(attempt.getName(), addressOf(attempt), false);
            throw e;
        }
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof SignInPlace place ? place.address() : UNKNOWN;
    }

    /** A browser that this account has never used is not told from others at its address. */
    private String placeOf(Authentication attempt, String account) {
        if (!(attempt.getDetails() instanceof SignInPlace place)) {
            return UNKNOWN;
        }
        String browser = place.browser();
        return browser != null && signIns.hasSucceeded(account, browser)
                ? browser
                : place.address();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
