package org.unenrol.portal.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.unenrol.ledger.ImportHistory;
import org.unenrol.service.AtATime;

/**
 * Turns away calls of an account that has as much under way as it may have, before their bodies are
 * read.
 */
final class AccountLimits implements HandlerInterceptor {

    private static final String BEGUN = AccountLimits.class.getName();

    private final LimitSettings settings;
    private final ImportHistory history;
    private final AtATime<Use> uses = new AtATime<>();

    AccountLimits(LimitSettings settings, ImportHistory history) {
        this.settings = settings;
        this.history = history;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String account = request.getRemoteUser();
        Limited limited =
                handler instanceof HandlerMethod method
                        ? method.getMethodAnnotation(Limited.class)
                        : null;
        if (limited != null && account != null) {
            request.setAttribute(BEGUN, begin(limited.value(), account, response));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (request.getAttribute(BEGUN) instanceof Begun begun) {
            request.removeAttribute(BEGUN);
            begun.uses().forEach(uses::end);
        }
    }

    private Begun begin(Limit[] limits, String account, HttpServletResponse response) {
        List<Use> begun = new ArrayList<>();
        for (Limit limit : limits) {
            int most = settings.most(limit);
            Use use = new Use(limit, account);
            boolean free =
                    limit == Limit.IMPORTS
                            ? history.underWay(account, most) < most
                            : uses.begin(use, most);
            if (!free) {
                begun.forEach(uses::end);
                TooMuchAtATimeException refusal = new TooMuchAtATimeException(limit, most);
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, String.valueOf(refusal.pause().toSeconds()));
                throw refusal;
            }
            if (limit != Limit.IMPORTS) {
                begun.add(use);
            }
        }
        return new Begun(begun);
    }

    private record Use(Limit limit, String account) {}

    private record Begun(List<Use> uses) {}
}
