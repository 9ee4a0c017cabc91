package org.unenrol.portal.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Cookies that no script sees and no other site sends. Over HTTPS their names begin with {@code
 * __Host-}, so that a browser takes them from this host alone (RFC 6265bis, section 4.1.3.2).
 */
final class SecureCookies {

    private static final String THIS_HOST_ONLY = "__Host-";

    private SecureCookies() {}

    /** The name that a cookie has in the answer to a request. */
    static String name(String name, HttpServletRequest request) {
        return request.isSecure() ? THIS_HOST_ONLY + name : name;
    }

    static @Nullable String read(String name, HttpServletRequest request) {
        Cookie given = WebUtils.getCookie(request, name(name, request));
        return given == null ? null : given.getValue();
    }

    /** A cookie to be given; one that is kept for no time is taken back. */
    static ResponseCookie of(String name, String value, Duration kept, HttpServletRequest request) {
        return ResponseCookie.from(name(name, request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(kept)
                .build();
    }
}
