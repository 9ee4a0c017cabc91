package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.unenrol.account.factor.SecondFactors;

/**
 * Whoever has shown within the last ten minutes to be the owner of the account that is signed in,
 * and not somebody at a browser that was left open (OWASP ASVS 5.0, 7.5.1).
 */
@Component
public class ConfirmedIdentity {

    private static final String ATTRIBUTE = "org.unenrol.confirmed";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final SecondFactors factors;
    private final SecondFactorSettings settings;
    private final Clock clock = Clock.systemUTC();

    ConfirmedIdentity(SecondFactors factors, SecondFactorSettings settings) {
        this.factors = factors;
        this.settings = settings;
    }

    public void confirm(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, clock.instant());
    }

    /** Tells whether it is confirmed: whoever has just signed in to add a factor need not again. */
    public boolean isConfirmed(String username, HttpServletRequest request) {
        HttpSession session = request.getSession();
        boolean confirmed = session.getAttribute(ATTRIBUTE) instanceof Instant at && isRecent(at);
        return confirmed
                || (settings.isCompulsory()
                        && isRecent(Instant.ofEpochMilli(session.getCreationTime()))
                        && !factors.has(username));
    }

    private boolean isRecent(Instant at) {
        return at.plus(KEPT).isAfter(clock.instant());
    }
}
