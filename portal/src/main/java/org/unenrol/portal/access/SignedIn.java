package org.unenrol.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unenrol.account.Accounts;

/**
 * Has each request see the account as it is at this moment, not as it was when its session began: a
 * role, a name or an address that has changed counts at once.
 */
final class SignedIn extends OncePerRequestFilter {

    private final Accounts accounts;

    SignedIn(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Tells of files that every page has, for which nobody is looked up. */
    static boolean isForEverybody(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isForEverybody(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Administrator known) {
            accounts.find(known.getUsername())
                    .map(account -> new Administrator(account, ""))
                    .ifPresent(now -> replace(who, now));
        }
        chain.doFilter(request, response);
    }

    /** In a context of this request alone, which is not the session's. */
    private static void replace(Authentication before, Administrator now) {
        UsernamePasswordAuthenticationToken who =
                UsernamePasswordAuthenticationToken.authenticated(now, null, now.getAuthorities());
        who.setDetails(before.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
    }
}
