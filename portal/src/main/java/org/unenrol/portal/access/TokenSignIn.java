package org.unenrol.portal.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.unenrol.account.Account;
import org.unenrol.account.token.TokenScope;

/**
 * A program that acts for an account and within scopes, for one call. It never may do more than the
 * account may at this moment.
 */
public final class TokenSignIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Administrator administrator;
    private final String tokenName;
    private final List<TokenScope> scopes;

    private TokenSignIn(Administrator administrator, String tokenName, List<TokenScope> scopes) {
        super(administrator.getAuthorities());
        this.administrator = administrator;
        this.tokenName = tokenName;
        this.scopes = List.copyOf(scopes);
        setAuthenticated(true);
    }

    /** A call for an account as it stands. */
    public static TokenSignIn of(Account account, String tokenName, List<TokenScope> scopes) {
        return new TokenSignIn(new Administrator(account, ""), tokenName, scopes);
    }

    /** Tells whether one of the scopes includes this one. */
    public boolean covers(TokenScope needed) {
        return scopes.stream().anyMatch(scope -> scope.includes(needed));
    }

    /** The name of the token. */
    public String tokenName() {
        return tokenName;
    }

    @Override
    public Object getPrincipal() {
        return administrator;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
