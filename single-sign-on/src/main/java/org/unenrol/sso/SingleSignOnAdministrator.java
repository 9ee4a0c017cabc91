package org.unenrol.sso;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.unenrol.account.Account;
import org.unenrol.account.Role;
import org.unenrol.portal.access.Administrator;

/**
 * Somebody who has signed in with a provider. Of what the provider says the session keeps the ID
 * token alone, as signing out there needs it.
 */
final class SingleSignOnAdministrator extends Administrator implements OidcUser {

    private static final long serialVersionUID = 1L;

    private static final Set<String> KEPT_CLAIMS =
            Set.of(IdTokenClaimNames.ISS, IdTokenClaimNames.SUB, "sid");

    private final OidcIdToken idToken;

    SingleSignOnAdministrator(Account account, OidcIdToken idToken) {
        super(account, "");
        this.idToken = idToken;
    }

    @JsonCreator
    static SingleSignOnAdministrator kept(
            @JsonProperty("username") String username,
            @JsonProperty("name") String name,
            @JsonProperty("email") String email,
            @JsonProperty("role") Role role,
            @JsonProperty("idToken") String idToken,
            @JsonProperty("idClaims") Map<String, String> idClaims) {
        return new SingleSignOnAdministrator(
                new Account(username, name, email, role, null, null),
                new OidcIdToken(idToken, null, null, Map.copyOf(idClaims)));
    }

    @JsonProperty("idToken")
    private String keptToken() {
        return idToken.getTokenValue();
    }

    /** By which the provider's word that a session has ended finds it; the token has the rest. */
    @JsonProperty("idClaims")
    private Map<String, String> keptClaims() {
        return KEPT_CLAIMS.stream()
                .filter(idToken::hasClaim)
                .collect(Collectors.toMap(claim -> claim, idToken::getClaimAsString));
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
