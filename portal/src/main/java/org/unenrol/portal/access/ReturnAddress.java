package org.unenrol.portal.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page of the portal to go on to after the next sign-in: the one that somebody came for, or
 * that of a form that could not be taken. It is kept in a cookie, as a path and nothing else, so
 * that whoever has not signed in needs no session.
 */
final class ReturnAddress implements RequestCache {

    private static final String NAME = "unenrol-return";
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int LONGEST = 2_000;

    /** Pages are remembered, never a part of one. */
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (request.getMethod().equals("GET")
                && request.getHeader(PortalEntry.PART_OF_A_PAGE) == null) {
            remember(path(request), request, response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return remembered(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** Forgets the page once it is asked for. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(
            HttpServletRequest request, HttpServletResponse response) {
        if (remembered(request).filter(path(request)::equals).isPresent()) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        give("", Duration.ZERO, request, response);
    }

    /** Remembers a page by its path within the portal. */
    static void remember(String path, HttpServletRequest request, HttpServletResponse response) {
        if (isPath(path)) {
            String value =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(UTF_8));
            give(value, KEPT, request, response);
        }
    }

    /** Remembers the page that the form stands on, if it is one of the portal's. */
    static void rememberPageOf(HttpServletRequest request, HttpServletResponse response) {
        pageOf(request).ifPresent(path -> remember(path, request, response));
    }

    private static void give(
            String value, Duration kept, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, SecureCookies.of(NAME, value, kept, request).toString());
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        String value = SecureCookies.read(NAME, request);
        try {
            return Optional.ofNullable(value)
                    .map(text -> new String(Base64.getUrlDecoder().decode(text), UTF_8))
                    .filter(ReturnAddress::isPath);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Another host would follow two slashes, which browsers also see in backslashes. */
    private static boolean isPath(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().substring(request.getContextPath().length())
                + (query == null ? "" : "?" + query);
    }

    private static Optional<String> pageOf(HttpServletRequest request) {
        String here = request.getRequestURL().toString();
        String host = here.substring(0, here.length() - request.getRequestURI().length());
        String portal = host + request.getContextPath();
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .filter(page -> page.startsWith(portal + "/"))
                .map(page -> page.substring(portal.length()))
                .filter(path -> !path.startsWith("/sign-in"));
    }
}
