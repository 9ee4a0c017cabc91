package org.unenrol.portal.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.unenrol.account.SignInHistory;
import org.unenrol.model.UsernameKey;

/**
 * Gives a browser something to be known by when somebody has signed in with it, or has chosen a
 * password by a link that was mailed. It lets nobody in: tries from that browser are merely told
 * from those of others, so that these cannot keep it waiting.
 */
@Component
public class KnownBrowsers extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final int RANDOM_BYTES = 16;
    private static final Duration KEPT = Duration.ofDays(180);

    private final SecureRandom random = new SecureRandom();
    private final SignIns signIns;
    private final SignInHistory history;

    KnownBrowsers(SignIns signIns, SignInHistory history) {
        this.signIns = signIns;
        this.history = history;
        setRequestCache(new ReturnAddress());
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        remember(who.getName(), request, response);
        String place = SignInPlace.of(request).address();
        history.add(who.getName(), place, true);
        request.getSession().setAttribute(Sessions.PLACE, place);
        super.onAuthenticationSuccess(request, response, who);
    }

    /** Tells the browser of a request from others that try to sign in to an account. */
    public void remember(
            String username, HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String given = HexFormat.of().formatHex(bytes);
        signIns.succeeded(
                SignInPlace.hash(UsernameKey.of(username)), "browser " + SignInPlace.hash(given));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                SecureCookies.of(SignInPlace.COOKIE, given, KEPT, request).toString());
    }
}
