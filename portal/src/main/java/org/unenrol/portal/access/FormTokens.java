package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The tokens of forms, in a cookie: a form can be shown and sent without a session. The cookie
 * cannot be set by another host where its name says so.
 */
final class FormTokens implements CsrfTokenRepository {

    private static final String NAME = "unenrol-form";

    /** As the portal's scripts send it. */
    private static final String HEADER = "X-CSRF-TOKEN";

    private static final String PARAMETER = "_csrf";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return new DefaultCsrfToken(HEADER, PARAMETER, Unguessable.text());
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    private static CookieCsrfTokenRepository of(HttpServletRequest request) {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(SecureCookies.name(NAME, request));
        cookie.setCookiePath("/");
        cookie.setHeaderName(HEADER);
        cookie.setParameterName(PARAMETER);
        cookie.setCookieCustomizer(
                settings -> settings.httpOnly(true).secure(request.isSecure()).sameSite("Lax"));
        return cookie;
    }
}
