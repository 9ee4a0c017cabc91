package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page of the portal to go on to after the next sign-in, where a form could not be taken. It is
 * kept in the session, as Spring Security keeps the page that somebody came for.
 */
final class ReturnAddress {

    /** The key under which Spring Security looks for it. */
    private static final String ATTRIBUTE = "SPRING_SECURITY_SAVED_REQUEST";

    private ReturnAddress() {}

    /** Remembers a page by its path within the portal. */
    static void remember(String path, HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, new SimpleSavedRequest(path));
    }

    /** Remembers the page that the form stands on, if it is one of the portal's. */
    static void rememberPageOf(HttpServletRequest request) {
        pageOf(request).ifPresent(path -> remember(path, request));
    }

    private static Optional<String> pageOf(HttpServletRequest request) {
        String here = request.getRequestURL().toString();
        String host = here.substring(0, here.length() - request.getRequestURI().length());
        String portal = host + request.getContextPath();
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .filter(page -> page.startsWith(portal + "/"))
                .map(page -> page.substring(portal.length()))
                .filter(path -> !path.startsWith("//") && !path.startsWith("/sign-in"));
    }
}
