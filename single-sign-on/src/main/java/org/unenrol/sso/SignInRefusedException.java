package org.unenrol.sso;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.unenrol.portal.access.SignInRefusal;

/** Thrown where a provider has signed somebody in whom the portal does not let in. */
final class SignInRefusedException extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final SignInRefusal refusal;

    SignInRefusedException(SignInRefusal refusal) {
        super(new OAuth2Error(refusal.code()));
        this.refusal = refusal;
    }

    SignInRefusal refusal() {
        return refusal;
    }
}
