package org.unenrol.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.CountedEvents;
import org.unenrol.audit.Origin;

/**
 * Counts for the audit trail whatever is answered with 401 or 403, or with 404 because it may not
 * be known to whoever asks; an address that never was is no refusal.
 */
public final class RefusedRequests extends OncePerRequestFilter {

    private static final int LONGEST_PATH = 200;

    private final CountedEvents counted;

    public RefusedRequests(CountedEvents counted) {
        this.counted = counted;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        Origin origin = RequestOrigins.of(request);
        if (isRefused(status) || (origin.account() != null && isHidden(request, status))) {
            counted.note(event(request, status), origin);
        }
    }

    private static AuditEvent event(HttpServletRequest request, int status) {
        String path = request.getRequestURI();
        return AuditEvent.of(AuditKind.REFUSED)
                .with(AuditDetail.STATUS, status)
                .with(AuditDetail.METHOD, request.getMethod())
                .with(
                        AuditDetail.PATH,
                        path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH));
    }

    private static boolean isRefused(int status) {
        return status == HttpStatus.UNAUTHORIZED.value()
                || status == HttpStatus.FORBIDDEN.value()
                || status == HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private static boolean isHidden(HttpServletRequest request, int status) {
        Object failure = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        return status == HttpStatus.NOT_FOUND.value()
                && failure != null
                && !(failure instanceof NoResourceFoundException);
    }
}
