package org.unenrol.sso;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.unenrol.account.Account;
import org.unenrol.portal.access.Administrator;

/**
 * Somebody who has signed in with a provider. Of what the provider says the session keeps the ID
 * token alone, as signing out there needs it.
 */
final class SingleSignOnAdministrator extends Administrator implements OidcUser {

    private static final long serialVersionUID = 1L;

    private final OidcIdToken idToken;

    SingleSignOnAdministrator(Account account, OidcIdToken idToken) {
        super(account, "");
        this.idToken = idToken;
    }

    @Override
    public String getName() {
        return getUsername();
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }
}
