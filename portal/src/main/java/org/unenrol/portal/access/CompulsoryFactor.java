package org.unenrol.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unenrol.account.factor.SecondFactors;

/**
 * Leads whoever has signed in with a password alone to the page on which a second factor is added,
 * and nowhere else. Those whom a provider has signed in have been asked there.
 */
final class CompulsoryFactor extends OncePerRequestFilter {

    private static final String PAGE = "/account/second-factor";

    private final SecondFactors factors;
    private final boolean compulsory;

    CompulsoryFactor(SecondFactors factors, boolean compulsory) {
        this.factors = factors;
        this.compulsory = compulsory;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !compulsory
                || SignedIn.isForEverybody(request)
                || path.startsWith(PAGE)
                || path.startsWith("/sign-in");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof UsernamePasswordAuthenticationToken
                && who.getPrincipal() instanceof Administrator known
                && !factors.has(known.getUsername())) {
            response.sendRedirect(request.getContextPath() + PAGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
