package org.unenrol.portal.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;

/**
 * Questions to passkeys, each in the session that asks, and answered once. A session that begins
 * with one is nobody's: it lasts five minutes, and ends with the answer.
 */
@Component
class AskedPasskeys {

    private static final String ATTRIBUTE = "org.unenrol.passkey-asked";
    private static final int KEPT_SECONDS = 300;

    void ask(PublicKeyCredentialRequestOptions question, HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.isNew()) {
            session.setMaxInactiveInterval(KEPT_SECONDS);
        }
        session.setAttribute(ATTRIBUTE, question);
    }

    Optional<PublicKeyCredentialRequestOptions> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ATTRIBUTE)
                        instanceof PublicKeyCredentialRequestOptions question)) {
            return Optional.empty();
        }
        session.invalidate();
        return Optional.of(question);
    }
}
