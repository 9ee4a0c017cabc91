package org.unenrol.ingest.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.unenrol.account.token.TokenScope;
import org.unenrol.portal.access.AdministratorsOnly;
import org.unenrol.portal.access.TokenSignIn;

/** Lets administrators pass; who comes with a token only where its scopes cover the call. */
public final class CallScope implements AuthorizationManager<RequestAuthorizationContext> {

    private final AdministratorsOnly administrators;
    private final @Nullable TokenScope needed;

    /** Demands this scope of tokens; null where none is let in. */
    CallScope(AdministratorsOnly administrators, @Nullable TokenScope needed) {
        this.administrators = administrators;
        this.needed = needed;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext request) {
        AuthorizationDecision administrator = administrators.authorize(authentication, request);
        return administrator.isGranted() && !covers(authentication.get(), needed)
                ? new MissingScope(needed)
                : administrator;
    }

    /**
     * Checks what only the call itself knows to need.
     *
     * @throws AuthorizationDeniedException where a token does not cover it
     */
    public static void check(Authentication who, TokenScope needed) {
        if (!covers(who, needed)) {
            throw new AuthorizationDeniedException("insufficient scope", new MissingScope(needed));
        }
    }

    private static boolean covers(@Nullable Authentication who, @Nullable TokenScope needed) {
        return !(who instanceof TokenSignIn token) || (needed != null && token.covers(needed));
    }
}
