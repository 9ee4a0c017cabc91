package org.unenrol.portal.access;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.ledger.ImportHistory;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.Viewer;

/**
 * Gives controllers the imports that whoever asks may know of at this moment, as a parameter of the
 * type {@link ImportsOf}: all of them for Global administrators, the own ones for everybody else.
 */
@Component
class ImportsOfResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Viewer NOBODY = new Viewer("", false);

    private final Accounts accounts;
    private final ImportHistory history;

    ImportsOfResolver(Accounts accounts, ImportHistory history) {
        this.accounts = accounts;
        this.history = history;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ImportsOf.class;
    }

    @Override
    public ImportsOf resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String username = Objects.requireNonNullElse(request.getRemoteUser(), "");
        return history.of(accounts.find(username).map(ImportsOfResolver::viewer).orElse(NOBODY));
    }

    private static Viewer viewer(Account account) {
        return new Viewer(account.username(), account.role() == Role.GLOBAL_ADMINISTRATOR);
    }
}
