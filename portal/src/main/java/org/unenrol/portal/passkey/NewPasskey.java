package org.unenrol.portal.passkey;

import com.webauthn4j.verifier.exception.VerificationException;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;

/** The making of a passkey: what the browser is asked for, and the check of what it brings. */
@Component
class NewPasskey {

    private final WebAuthnRelyingPartyOperations relyingParty;
    private final PasskeyJson json;

    NewPasskey(@Lazy WebAuthnRelyingPartyOperations relyingParty, PasskeyJson json) {
        this.relyingParty = relyingParty;
        this.json = json;
    }

    PublicKeyCredentialCreationOptions offer(Authentication who) {
        return relyingParty.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    /** Makes an offer again of its challenge (base64url), for the same person. */
    PublicKeyCredentialCreationOptions offerAgain(Authentication who, String challenge) {
        PublicKeyCredentialCreationOptions alike = offer(who);
        return PublicKeyCredentialCreationOptions.builder()
                .challenge(Bytes.fromBase64(challenge))
                .rp(alike.getRp())
                .user(alike.getUser())
                .pubKeyCredParams(alike.getPubKeyCredParams())
                .timeout(alike.getTimeout())
                .excludeCredentials(alike.getExcludeCredentials())
                .authenticatorSelection(alike.getAuthenticatorSelection())
                .attestation(alike.getAttestation())
                .extensions(alike.getExtensions())
                .build();
    }

    String json(PublicKeyCredentialCreationOptions offer) {
        return json.write(offer);
    }

    /** Adds what the browser has brought; false where it is not what it was asked for. */
    boolean add(PublicKeyCredentialCreationOptions offer, String credential, String name) {
        return json.made(credential).map(made -> add(offer, made, name)).orElse(false);
    }

    private boolean add(
            PublicKeyCredentialCreationOptions offer,
            PublicKeyCredential<AuthenticatorAttestationResponse> made,
            String name) {
        try {
            relyingParty.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(
                            offer, new RelyingPartyPublicKey(made, name)));
            return true;
        } catch (IllegalArgumentException | VerificationException e) {
            return false;
        }
    }
}
