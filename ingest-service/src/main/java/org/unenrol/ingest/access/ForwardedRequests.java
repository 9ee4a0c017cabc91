package org.unenrol.ingest.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Believes trusted proxies alone about who asked for what: the client's address, the host, the
 * scheme and the prefix of {@code X-Forwarded-*} and of {@code Forwarded} (RFC 7239). What anybody
 * else says of these is taken away before it is read.
 */
final class ForwardedRequests implements Filter {

    private final TrustedProxies proxies;
    private final ForwardedHeaderFilter believed = new ForwardedHeaderFilter();
    private final ForwardedHeaderFilter removed = new ForwardedHeaderFilter();

    ForwardedRequests(TrustedProxies proxies) {
        this.proxies = proxies;
        removed.setRemoveOnly(true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && proxies.include(request.getRemoteAddr())) {
            believed.doFilter(new RequestFromProxy(http, proxies), response, chain);
        } else {
            removed.doFilter(request, response, chain);
        }
    }
}
