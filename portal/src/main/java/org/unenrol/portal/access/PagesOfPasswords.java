package org.unenrol.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hides all that has to do with passwords where they are switched off. */
final class PagesOfPasswords extends OncePerRequestFilter {

    private static final Pattern PAGES =
            Pattern.compile(
                    "/(forgotten-password|choose-password|first-administrator|account/password"
                            + "|account/second-factor.*|sign-in/(passkey.*|second-factor)"
                            + "|accounts/[^/]+/link)");

    private final Passwords passwords;

    PagesOfPasswords(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean form = path.equals("/sign-in") && request.getMethod().equals("POST");
        if (!passwords.areOn() && (form || PAGES.matcher(path).matches())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }
}
