package org.unenrol.portal.passkey;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/** Questions for any passkey of the portal. They differ by nothing but their challenges. */
final class PasskeyQuestions {

    private static final AnonymousAuthenticationToken NOBODY =
            new AnonymousAuthenticationToken(
                    "passkeys", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private PasskeyQuestions() {}

    /** Makes one with a challenge of its own. */
    static PublicKeyCredentialRequestOptions ask(WebAuthnRelyingPartyOperations relyingParty) {
        return relyingParty.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(NOBODY));
    }

    /** Makes one again of its challenge (base64url). */
    static PublicKeyCredentialRequestOptions askAgain(
            WebAuthnRelyingPartyOperations relyingParty, String challenge) {
        PublicKeyCredentialRequestOptions alike = ask(relyingParty);
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(Bytes.fromBase64(challenge))
                .timeout(alike.getTimeout())
                .rpId(alike.getRpId())
                .allowCredentials(alike.getAllowCredentials())
                .userVerification(alike.getUserVerification())
                .extensions(alike.getExtensions())
                .build();
    }
}
