package org.unenrol.portal.passkey;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.unenrol.account.Accounts;
import org.unenrol.portal.access.FurtherFilters;
import org.unenrol.portal.access.FurtherSignIn;
import org.unenrol.portal.access.PasskeyAddress;

/** Signing in with a passkey, before or in place of a password. */
@Component
class PasskeySignIn implements FurtherSignIn {

    private final WebAuthnRelyingPartyOperations relyingParty;
    private final AskedPasskeys asked;
    private final PasskeyJson json;
    private final Accounts accounts;
    private final PasskeyAddress address;

    PasskeySignIn(
            @Lazy WebAuthnRelyingPartyOperations relyingParty,
            AskedPasskeys asked,
            PasskeyJson json,
            Accounts accounts,
            PasskeyAddress address) {
        this.relyingParty = relyingParty;
        this.asked = asked;
        this.json = json;
        this.accounts = accounts;
        this.address = address;
    }

    @Override
    public void addTo(HttpSecurity http, AuthenticationSuccessHandler signedIn) {
        if (address.isFit()) {
            PasskeyFilter filter = new PasskeyFilter(relyingParty, asked, json, accounts);
            FurtherFilters.add(http, filter, signedIn);
        }
    }

    @Override
    public List<Choice> choices() {
        return List.of();
    }

    @Override
    public Set<String> origins() {
        return Set.of();
    }
}
