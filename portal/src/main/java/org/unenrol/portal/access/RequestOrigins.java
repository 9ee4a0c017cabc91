package org.unenrol.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.unenrol.audit.Origin;
import org.unenrol.audit.Origins;
import org.unenrol.audit.Via;

/** Tells the audit trail who has sent the request that is being answered, and from where. */
@Component
class RequestOrigins implements Origins {

    @Override
    public Origin current() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        return attributes instanceof ServletRequestAttributes known
                ? of(known.getRequest())
                : Origin.SERVICE;
    }

    static Origin of(HttpServletRequest request) {
        return of(request, SecurityContextHolder.getContext().getAuthentication());
    }

    static Origin of(HttpServletRequest request, @Nullable Authentication who) {
        String address = SignInPlace.of(request).address();
        String account =
                who != null && who.getPrincipal() instanceof Administrator known
                        ? known.getUsername()
                        : null;
        return who instanceof TokenSignIn token
                ? new Origin(account, Via.TOKEN, token.tokenName(), address)
                : new Origin(account, via(request), null, address);
    }

    private static Via via(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/actuator") ? Via.API : Via.PORTAL;
    }
}
