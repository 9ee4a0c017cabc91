package org.unenrol.portal.passkey;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.unenrol.account.factor.Passkeys;
import org.unenrol.portal.access.PasskeyAddress;

/** The relying party, which demands of each passkey that it has asked its owner. */
@Configuration(proxyBeanMethods = false)
class PasskeyParts {

    private static final String NAME = "Unenrol";

    /** Made when it is asked for the first time: until then the portal may have no port yet. */
    @Bean
    @Lazy
    WebAuthnRelyingPartyOperations relyingParty(Passkeys passkeys, PasskeyAddress address) {
        Webauthn4JRelyingPartyOperations relyingParty =
                new Webauthn4JRelyingPartyOperations(
                        new PasskeyOwners(passkeys),
                        new StoredPasskeys(passkeys),
                        PublicKeyCredentialRpEntity.builder().id(address.host()).name(NAME).build(),
                        Set.of(address.origin()));
        relyingParty.setCustomizeCreationOptions(
                options ->
                        options.authenticatorSelection(
                                AuthenticatorSelectionCriteria.builder()
                                        .userVerification(UserVerificationRequirement.REQUIRED)
                                        .residentKey(ResidentKeyRequirement.REQUIRED)
                                        .build()));
        relyingParty.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return relyingParty;
    }
}
