package org.unenrol.portal.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;

/**
 * Lets administrators pass, by the role that the account has at this moment: one that is taken away
 * ends what a session may do.
 */
@Component
public class AdministratorsOnly implements AuthorizationManager<RequestAuthorizationContext> {

    private final Accounts accounts;

    AdministratorsOnly(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext request) {
        Authentication who = authentication.get();
        boolean administrator =
                who != null
                        && who.getPrincipal() instanceof Administrator known
                        && accounts.find(known.getUsername())
                                .map(Account::role)
                                .filter(role -> role != Role.NONE)
                                .isPresent();
        return new AuthorizationDecision(administrator);
    }
}
