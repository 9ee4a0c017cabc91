package org.unenrol.portal.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;

/** Questions to passkeys, each in the session that asks, and answered once. */
@Component
class AskedPasskeys {

    private static final String ATTRIBUTE = "org.unenrol.passkey-asked";

    void ask(PublicKeyCredentialRequestOptions question, HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, question);
    }

    Optional<PublicKeyCredentialRequestOptions> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ATTRIBUTE)
                        instanceof PublicKeyCredentialRequestOptions question)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(question);
    }
}
